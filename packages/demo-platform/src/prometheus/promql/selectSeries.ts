import type { Series } from '../deviceSeries';
import { allOf, childOf, stringOf, textOf, type Expression } from './syntax';
import type { SeriesSource } from './vectors';

interface LabelMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

type Test = (actual: string, value: string) => boolean;

const OPERATORS: Readonly<Record<string, Test>> = {
  '=': (actual, value) => actual === value,
  '!=': (actual, value) => actual !== value,
  '=~': (actual, value) => new RegExp(`^(?:${value})$`).test(actual),
  '!~': (actual, value) => !new RegExp(`^(?:${value})$`).test(actual),
};

/** The series that a vector selector names. */
export function selectSeries(
  selector: Expression,
  source: SeriesSource,
): readonly Series[] {
  const identifier = childOf(selector, 'Identifier');
  const matchers = allOf(selector, 'UnquotedLabelMatcher').map(
    (matcher): LabelMatcher => {
      const [label] = allOf(matcher, 'LabelName');
      const [operator] = allOf(matcher, 'MatchOp');
      const [value] = allOf(matcher, 'StringLiteral');
      return {
        label: textOf(label),
        operator: textOf(operator),
        value: stringOf(value),
      };
    },
  );
  const metrics = identifier
    ? [textOf(identifier)]
    : source.metrics.filter(metric =>
        matchers
          .filter(({ label }) => label === '__name__')
          .every(matcher => matches(matcher, { __name__: metric })),
      );
  return metrics
    .flatMap(metric => source.series(metric))
    .filter(({ labels }) =>
      matchers.every(matcher => matches(matcher, labels)),
    );
}

/** An absent label counts as empty. */
function matches(
  { label, operator, value }: LabelMatcher,
  labels: Readonly<Record<string, string>>,
): boolean {
  return OPERATORS[operator]?.(labels[label] ?? '', value) ?? false;
}
