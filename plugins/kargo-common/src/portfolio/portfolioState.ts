/**
 * How a project stands, the most urgent first. `unknown` comes behind what certainly needs somebody, and before what
 * goes well: nobody can say whether it does.
 *
 * @public
 */
export const PORTFOLIO_STATES = [
  'failed',
  'stuck',
  'drifted',
  'waiting',
  'unknown',
  'moving',
  'steady',
] as const;

/** @public */
export type PortfolioState = (typeof PORTFOLIO_STATES)[number];

/**
 * The states in which nothing goes on until somebody does something.
 *
 * @public
 */
export const STATES_THAT_NEED_SOMEBODY = [
  'failed',
  'stuck',
  'drifted',
  'waiting',
] as const satisfies readonly PortfolioState[];

/** Orders by urgency, the most urgent first. */
export function compareStates(a: PortfolioState, b: PortfolioState): number {
  return PORTFOLIO_STATES.indexOf(a) - PORTFOLIO_STATES.indexOf(b);
}

/**
 * Orders by age, the oldest first; what has no known time comes last.
 *
 * @param a - ISO 8601
 * @param b - ISO 8601
 */
export function compareOldestFirst(
  a: string | undefined,
  b: string | undefined,
): number {
  const [left, right] = [a, b].map(time => Date.parse(time ?? ''));
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  }
  return left - right;
}
