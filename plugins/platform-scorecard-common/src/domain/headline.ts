import type { Scorecard } from '../contract';
import { formatMedian, formatProportion } from './formatEstimate';

type Numbers = Pick<Scorecard, 'adoption' | 'timeToValue'>;

/**
 * The sentence that a person would say first. It holds a verdict only where the interval allows one.
 *
 * @public
 */
export function headline(numbers: Numbers): string {
  return `${adoptionSentence(numbers.adoption)} ${timeToValueSentence(
    numbers.timeToValue,
  )}`;
}

function adoptionSentence(adoption: Numbers['adoption']): string {
  const { share, change } = adoption;
  if (share.kind === 'no-data') {
    return 'Adoption is unknown: no service has been seen yet.';
  }
  const services = share.n === 1 ? '1 service' : `${share.n} services`;
  const verdict = {
    up: `up in ${change.weeks} weeks`,
    down: `down in ${change.weeks} weeks`,
    'no-clear-change': `no clear change in ${change.weeks} weeks`,
    unknown: 'too early for a trend',
  }[change.verdict];
  return `Adoption is ${formatProportion(share)} of ${services}, ${verdict}.`;
}

function timeToValueSentence(timeToValue: Numbers['timeToValue']): string {
  const { median, reached, open, abandoned, change } = timeToValue;
  if (median.kind === 'no-data') {
    return 'Time to value is unknown: no service of known birth has been seen yet.';
  }
  if (median.kind === 'not-reached') {
    const born = reached + open + abandoned;
    return `${reached} of ${born} new services have reached production so far; time to value is ${formatMedian(
      median,
    )}.`;
  }
  const verdict = {
    up: `, slower than ${change.weeks} weeks ago`,
    down: `, faster than ${change.weeks} weeks ago`,
    'no-clear-change': ', no clear change',
    unknown: '',
  }[change.verdict];
  return `Half of the new services reach production within ${formatMedian(
    median,
  )}${verdict}.`;
}
