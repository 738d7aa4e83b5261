import type { Stage } from '../model';
import type { LedgerStage } from './stageEntries';

/**
 * A stage as the ledger needs it.
 *
 * @public
 */
export function ledgerStage(stage: Stage): LedgerStage {
  return {
    project: stage.project,
    name: stage.name,
    verifications: stage.history.flatMap(({ items, verifications }) =>
      verifications.flatMap(verification =>
        // Without an id nothing tells it from the next one.
        verification.id === undefined
          ? []
          : {
              ...verification,
              id: verification.id,
              freight: items[0]?.name,
              version: items[0]?.version,
            },
      ),
    ),
    holds: stage.holds.flatMap(hold =>
      hold.freight === undefined ? [] : { ...hold, freight: hold.freight },
    ),
  };
}
