import { checkCount } from './counts';
import { NO_DATA, type NoData } from './NoData';
import { Z_95 } from './normalQuantile';

/**
 * Answers for, between and against something, such as promoters, passives and detractors.
 *
 * @public
 */
export interface NetAnswers {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

/**
 * The share of favourable answers less that of unfavourable ones, with its 95 % interval; all three numbers lie in -1 to 1.
 *
 * @public
 */
export interface NetScoreEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Answers. */
  readonly n: number;
}

/**
 * A net score, such as the Net Promoter Score (here from -1 to 1, there from -100 to 100).
 *
 * @remarks
 * B. Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70 (2016): the adjusted Wald
 * interval, with 3/4 of an answer more on either side and 3 more in all, covers best of those compared. Its ends are held
 * within -1 to 1, and hold the score.
 *
 * @throws RangeError where a number of answers is no whole number
 *
 * @public
 */
export function netScore(answers: NetAnswers): NetScoreEstimate | NoData {
  const { favourable, neutral, unfavourable } = answers;
  [favourable, neutral, unfavourable].forEach(checkCount);
  const n = favourable + neutral + unfavourable;
  if (n === 0) {
    return NO_DATA;
  }
  const value = (favourable - unfavourable) / n;
  const size = n + 3;
  const pro = (favourable + 0.75) / size;
  const contra = (unfavourable + 0.75) / size;
  const centre = pro - contra;
  const reach = Z_95 * Math.sqrt((pro + contra - centre ** 2) / size);
  return {
    kind: 'estimate',
    value,
    low: Math.min(value, Math.max(-1, centre - reach)),
    high: Math.max(value, Math.min(1, centre + reach)),
    n,
  };
}
