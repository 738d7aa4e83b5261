import type { LedgerEntryOf } from '@fairway/plugin-kargo-common';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import { FACT_SOURCE, type ProjectOwner } from './promotionFacts';

const DETECTOR = 'kargo.break-glass';

/**
 * What broken glass means for the scorecard: controls that did not fit an emergency. The fact says over which controls of
 * which service, and not who it was.
 */
export function overrideFact(
  entry: LedgerEntryOf<'override'>,
  owner: ProjectOwner,
): PlatformFact {
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
      reason: 'break-glass',
      detail: `with a second person, it passed over ${entry.controls.join(
        ', ',
      )}`,
      riskClass: entry.riskClass ?? owner.riskClass,
      evidence: entry.id,
    },
  };
}
