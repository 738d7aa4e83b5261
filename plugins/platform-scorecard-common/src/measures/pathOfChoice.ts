import { measure, untimely, type MeasureContext } from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { pathShares, type PathShares } from './PathShares';
import { isOnPath, type ServiceRecord } from './ServiceRecord';
import { sift } from './sift';

/** @public */
export const PATH_OF_CHOICE: MeasureDefinition = {
  id: 'adoption.path-of-choice',
  version: 1,
  title: 'Path of choice',
  counted:
    'Services born in the period on a golden path, over all services born in the period that could have been. The voluntary share tells of choice; the mandated one of obedience.',
  notCounted:
    'Services of unknown birth, which lower the coverage of the number; services that joined a path after their birth.',
  sources: ['catalog'],
};

/**
 * Adoption as a flow: of the services born since a moment, how many were born on a path.
 *
 * @param options - `since`: beginning of the period, milliseconds since the epoch
 *
 * @public
 */
export function pathOfChoice(
  services: readonly ServiceRecord[],
  context: MeasureContext,
  options: { readonly since: number },
): MeasureResult<PathShares> {
  const { since } = options;
  return measure(PATH_OF_CHOICE, context, () => {
    const { rows, coverage } = sift(services, record => {
      const { bornAt, eligible, firstSeenAt } = record;
      const early = untimely(bornAt ?? firstSeenAt, context);
      if (early) {
        return early;
      }
      if ((bornAt ?? firstSeenAt) < since || eligible === false) {
        return 'ignore';
      }
      if (bornAt === undefined) {
        return 'unknown-birth';
      }
      return eligible === undefined ? 'unknown-eligibility' : undefined;
    });
    return pathShares(rows, coverage, record =>
      isOnPath(record, record.bornAt ?? record.firstSeenAt),
    );
  });
}
