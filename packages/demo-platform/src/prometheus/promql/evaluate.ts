import { aggregate, isAggregation } from './aggregate';
import { BadQuery } from './BadQuery';
import { RANGE_FUNCTIONS } from './rangeFunctions';
import { selectSeries } from './selectSeries';
import {
  allOf,
  childOf,
  childrenOf,
  parsePromql,
  secondsOf,
  stringOf,
  textOf,
  type Expression,
} from './syntax';
import {
  labelKey,
  withoutName,
  type Sample,
  type SeriesSource,
} from './vectors';

/** A series is looked at so often in a window. */
const STEPS = 60;

const RANGES = ['MatrixSelector', 'SubqueryExpr'];

interface Context {
  readonly source: SeriesSource;
  readonly atSeconds: number;
}

type Evaluation = (
  expression: Expression,
  context: Context,
) => readonly Sample[];

/**
 * The instant vector that a query gives. Understands selectors, `offset`, functions over time, `timestamp`,
 * `label_replace`, aggregations and `or`: what the plugins of the demo ask.
 *
 * @throws `BadQuery` where the text is no PromQL, or more of it than that
 */
export function evaluatePromql(
  query: string,
  context: Context,
): readonly Sample[] {
  return evaluate(parsePromql(query), context);
}

const FUNCTIONS: Readonly<Record<string, Evaluation | undefined>> = {
  timestamp: (expression, context) =>
    evaluate(argumentsOf(expression)[0], context).map(({ labels }) => ({
      labels: withoutName(labels),
      value: context.atSeconds,
    })),
  label_replace: (expression, context) => {
    const [vector, target, replacement, from, pattern] =
      argumentsOf(expression);
    const matcher = new RegExp(`^(?:${stringOf(pattern)})$`);
    return evaluate(vector, context).map(sample => {
      const value = sample.labels[stringOf(from)] ?? '';
      return matcher.test(value)
        ? {
            ...sample,
            labels: {
              ...sample.labels,
              [stringOf(target)]: value.replace(matcher, stringOf(replacement)),
            },
          }
        : sample;
    });
  },
};

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  VectorSelector: (expression, { source, atSeconds }) =>
    selectSeries(expression, source).map(({ labels, valueAt }) => ({
      labels,
      value: valueAt(atSeconds),
    })),
  ParenExpr: (expression, context) =>
    evaluate(childrenOf(expression)[0], context),
  OffsetExpr: (expression, context) => {
    const [inner] = childrenOf(expression);
    const [duration] = allOf(expression, 'OffsetDurationExpr');
    return evaluate(inner, {
      ...context,
      atSeconds: context.atSeconds - secondsOf(textOf(duration)),
    });
  },
  BinaryExpr: (expression, context) => {
    const [left, operator, right] = childrenOf(expression);
    if (operator.node.name !== 'Or') throw notEvaluated(operator);
    const first = evaluate(left, context);
    const taken = new Set(first.map(({ labels }) => keyOf(labels)));
    return [
      ...first,
      ...evaluate(right, context).filter(
        ({ labels }) => !taken.has(keyOf(labels)),
      ),
    ];
  },
  AggregateExpr: (expression, context) => {
    const [operator] = allOf(expression, 'AggregateOp');
    const operation = textOf(operator);
    if (!isAggregation(operation)) throw notEvaluated(operator);
    const modifier = childOf(expression, 'AggregateModifier');
    const [argument] = argumentsOf(expression);
    return aggregate(evaluate(argument, context), {
      operation,
      labels: modifier ? allOf(modifier, 'LabelName').map(textOf) : [],
      without: modifier !== undefined && allOf(modifier, 'Without').length > 0,
    });
  },
  FunctionCall: (expression, context) => {
    const [identifier] = allOf(expression, 'FunctionIdentifier');
    const name = textOf(identifier);
    const call = FUNCTIONS[name] ?? (name in RANGE_FUNCTIONS && overTime(name));
    if (!call) throw notEvaluated(identifier);
    return call(expression, context);
  },
};

function evaluate(expression: Expression, context: Context): readonly Sample[] {
  const evaluation = EVALUATIONS[expression.node.name];
  if (!evaluation) throw notEvaluated(expression);
  return evaluation(expression, context);
}

function overTime(name: string): Evaluation {
  return (expression, { source, atSeconds }) => {
    const found = argumentsOf(expression);
    const range = found.find(({ node }) => RANGES.includes(node.name));
    const inner = range && childrenOf(range)[0];
    if (!range || inner?.node.name !== 'VectorSelector') {
      throw notEvaluated(expression);
    }
    const [window, step] = allOf(
      range,
      'NumberDurationLiteralInDurationContext',
    ).map(duration => secondsOf(textOf(duration)));
    const times =
      step === undefined
        ? spread(atSeconds, window)
        : roundTimes(atSeconds, window, step);
    const parameter = Number(textOf(found[0]));
    return selectSeries(inner, source).map(({ labels, valueAt }) => ({
      labels: withoutName(labels),
      value: RANGE_FUNCTIONS[name](times.map(valueAt), parameter),
    }));
  };
}

function spread(atSeconds: number, window: number): readonly number[] {
  return Array.from(
    { length: STEPS + 1 },
    (_, step) => atSeconds - window + (step * window) / STEPS,
  );
}

/** A subquery looks at multiples of its step. */
function roundTimes(
  atSeconds: number,
  window: number,
  step: number,
): readonly number[] {
  const last = Math.floor(atSeconds / step);
  const before = Math.floor((atSeconds - window) / step);
  return Array.from(
    { length: last - before },
    (_, index) => (before + 1 + index) * step,
  );
}

function argumentsOf(expression: Expression): readonly Expression[] {
  const body = childOf(expression, 'FunctionCallBody');
  return body ? childrenOf(body) : [];
}

/** `or` compares labels without the name of the metric. */
function keyOf(labels: Sample['labels']): string {
  return labelKey(withoutName(labels));
}

function notEvaluated(expression: Expression): BadQuery {
  return new BadQuery(
    `invalid parameter "query": 1:${
      expression.node.from + 1
    }: the demo does not evaluate "${textOf(expression)}"`,
  );
}
