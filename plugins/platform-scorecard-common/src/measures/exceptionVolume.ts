import {
  percentileInterval,
  rateInterval,
  type PercentileEstimate,
  type RateEstimate,
} from '@fairway/statistics';
import { DAY_MS } from './days';
import { exceptionRegister, type ExceptionFact } from './exceptionRegister';
import { measure, untimely, type MeasureContext } from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { sift } from './sift';

/** @public */
export const EXCEPTION_VOLUME: MeasureDefinition = {
  id: 'exceptions.volume',
  version: 1,
  title: 'Exceptions',
  counted:
    'Exceptions in force, and those that were approved in the period. An exception is in force from its approval until it is revoked or expires.',
  notCounted:
    'Requests that nobody has answered, which are told beside it. Facts that contradict what is known of an exception.',
  sources: ['exceptions'],
};

/**
 * How many rules do not apply, and how well that is looked after.
 *
 * @public
 */
export interface ExceptionVolume {
  readonly open: number;
  readonly requested: number;
  /** Open ones that would never end by themselves. */
  readonly withoutExpiry: number;
  readonly withoutOwner: number;
  readonly withoutReason: number;
  /** Open ones known to match no workload. */
  readonly matchingNothing: number;
  /** Approvals a week in the period. */
  readonly approvedWeekly: RateEstimate;
  /** Days for which the open ones have been open; absent where there is none. */
  readonly medianAge?: PercentileEstimate;
}

/**
 * Exceptions as of one moment. None at all is a number: 0, where the source was read.
 *
 * @param options - `since`: beginning of the period, milliseconds since the epoch, before `asOf`
 * @throws RangeError where the period does not begin before it ends
 *
 * @public
 */
export function exceptionVolume(
  facts: readonly ExceptionFact[],
  context: MeasureContext,
  options: { readonly since: number },
): MeasureResult<ExceptionVolume> {
  const { asOf } = context;
  const { since } = options;
  const weeks = (asOf - since) / (7 * DAY_MS);
  if (!(weeks > 0)) {
    throw new RangeError('Expected a period that begins before it ends');
  }
  return measure(EXCEPTION_VOLUME, context, () => {
    const { rows, coverage } = sift(facts, ({ at }) => untimely(at, context));
    const register = exceptionRegister(rows, asOf);
    const open = register.filter(record => record.open);
    const without = (key: 'expiresAt' | 'owner' | 'reason') =>
      open.filter(record => record[key] === undefined).length;
    const contradicting = new Set(
      register.flatMap(({ exception, contradictions }) =>
        contradictions.map(id => JSON.stringify([exception, id])),
      ),
    );
    const approvals = new Set(
      rows
        .filter(({ kind, at }) => kind === 'approved' && at >= since)
        .map(({ exception, id }) => JSON.stringify([exception, id]))
        .filter(key => !contradicting.has(key)),
    );
    const age = percentileInterval(
      open.map(record => (asOf - record.since) / DAY_MS),
      0.5,
    );
    return {
      value: {
        open: open.length,
        requested: register.filter(({ state }) => state === 'requested').length,
        withoutExpiry: without('expiresAt'),
        withoutOwner: without('owner'),
        withoutReason: without('reason'),
        matchingNothing: open.filter(
          ({ matchedWorkloads }) => matchedWorkloads === 0,
        ).length,
        approvedWeekly: rateInterval(approvals.size, weeks),
        ...(age.kind === 'estimate' && { medianAge: age }),
      },
      n: register.length,
      denominator: register.length,
      coverage,
    };
  });
}
