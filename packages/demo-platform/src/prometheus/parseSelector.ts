/** One condition on a label. */
interface LabelMatcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A vector selector: a metric name and conditions on its labels. */
export interface VectorSelector {
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
}

const SELECTOR = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{([^}]*)\})?\s*$/;
const MATCHER =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(,|$)/y;

/** Reads a plain selector such as `up{job="x"}`. @returns `undefined` for any other PromQL. */
export function parseSelector(query: string): VectorSelector | undefined {
  const [, metric, labels = ''] = SELECTOR.exec(query) ?? [];
  if (metric === undefined) {
    return undefined;
  }
  const matchers: LabelMatcher[] = [];
  let position = 0;
  while (position < labels.length) {
    MATCHER.lastIndex = position;
    const match = MATCHER.exec(labels);
    if (!match) {
      return undefined;
    }
    const [text, label, operator, value] = match;
    if (
      operator === '=' ||
      operator === '!=' ||
      operator === '=~' ||
      operator === '!~'
    ) {
      matchers.push({ label, operator, value: value.replace(/\\(.)/g, '$1') });
    }
    position += text.length;
  }
  return { metric, matchers };
}

/** Whether a label set is selected; an absent label counts as empty. */
export function matchesSelector(
  selector: VectorSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.matchers.every(({ label, operator, value }) => {
    const actual = labels[label] ?? '';
    switch (operator) {
      case '=':
        return actual === value;
      case '!=':
        return actual !== value;
      case '=~':
        return new RegExp(`^(?:${value})$`).test(actual);
      default:
        return !new RegExp(`^(?:${value})$`).test(actual);
    }
  });
}
