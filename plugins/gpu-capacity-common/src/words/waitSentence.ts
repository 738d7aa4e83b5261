import type { WaitQuantile, WaitTime } from '../metrics';
import { counted } from './amounts';

/**
 * How long workloads have waited, as a range with the number of those that it is made of:
 * `Median wait 40 s to 80 s, 90th percentile more than 11.4 h, n 84 in 7 days.`
 *
 * @param options - `leastSamples`: of which a range is made at all
 *
 * @public
 */
export function waitSentence(
  wait: WaitTime,
  options: { readonly days: number; readonly leastSamples: number },
): string {
  const window = counted(options.days, 'day', 'days');
  if (wait.status === 'not-enough-history') {
    return `Not enough history: ${wait.n} admitted in ${window}, and a range is made of ${options.leastSamples} or more.`;
  }
  return `Median wait ${quantileText(wait.p50)}, 90th percentile ${quantileText(
    wait.p90,
  )}, n ${wait.n} in ${window}.`;
}

function quantileText(quantile: WaitQuantile): string {
  if (quantile.kind === 'more-than') {
    return `more than ${boundText(quantile.seconds)}`;
  }
  const { fromSeconds, toSeconds } = quantile;
  return fromSeconds === 0
    ? `at most ${boundText(toSeconds)}`
    : `${boundText(fromSeconds)} to ${boundText(toSeconds)}`;
}

const BOUND_UNITS = [
  { from: 7_200, seconds: 3_600, unit: 'h' },
  { from: 120, seconds: 60, unit: 'min' },
] as const;

/** A bound that is cut to whole units would promise too much. */
function boundText(bound: number): string {
  const { seconds, unit } = BOUND_UNITS.find(({ from }) => bound >= from) ?? {
    seconds: 1,
    unit: 's',
  };
  return `${Math.round((bound / seconds) * 10) / 10} ${unit}`;
}
