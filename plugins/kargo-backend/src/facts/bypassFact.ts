import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import { FACT_SOURCE, type ProjectOwner } from './promotionFacts';

/** What notices ways around the platform in the ledger. */
const DETECTOR = 'kargo.promotion-path';

/**
 * What an entry of the ledger that did not come by an allowed path means for the scorecard. The fact says what happened to
 * which service, and not who did it: it is about the platform.
 *
 * @returns `undefined` for an entry that came by an allowed path
 */
export function bypassFact(
  entry: LedgerEntry,
  owner: ProjectOwner,
): PlatformFact | undefined {
  if (!entry.bypass) return undefined;
  const { reason, detail } = entry.bypass;
  return {
    specversion: '1.0',
    source: FACT_SOURCE,
    id: `${entry.id}:bypass`,
    type: 'dev.fairway.bypass.detected',
    time: entry.at,
    subject: owner.entityRef,
    team: owner.team,
    data: {
      detector: DETECTOR,
      reason,
      detail,
      riskClass: entry.riskClass ?? owner.riskClass,
      evidence: entry.id,
    },
  };
}
