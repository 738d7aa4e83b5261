import { measure, untimely, type MeasureContext } from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { pathShares, type PathShares } from './PathShares';
import { isLiving, isOnPath, type ServiceRecord } from './ServiceRecord';
import { sift } from './sift';

/** @public */
export const GOLDEN_PATH_COVERAGE: MeasureDefinition = {
  id: 'adoption.golden-path-coverage',
  version: 1,
  title: 'Golden-path coverage',
  counted:
    'Living services with evidence of a golden path, over all living services that could be on one.',
  notCounted:
    'Services that could not be on a path; services of which nobody can tell, which lower the coverage of the number.',
  sources: ['catalog'],
};

/**
 * Adoption as of one moment.
 *
 * @public
 */
export function goldenPathCoverage(
  services: readonly ServiceRecord[],
  context: MeasureContext,
): MeasureResult<PathShares> {
  const { asOf } = context;
  return measure(GOLDEN_PATH_COVERAGE, context, () => {
    const { rows, coverage } = sift(services, record => {
      const early = untimely(record.firstSeenAt, context);
      if (early) {
        return early;
      }
      if (!isLiving(record, asOf) || record.eligible === false) {
        return 'ignore';
      }
      return record.eligible === undefined ? 'unknown-eligibility' : undefined;
    });
    return pathShares(rows, coverage, record => isOnPath(record, asOf));
  });
}
