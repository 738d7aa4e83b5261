import { finalStages, type Stage } from '@fairway/plugin-kargo-common';
import { bypassFact } from './bypassFact';
import type { ReportedEntries } from './LedgerFactsReporter';
import { overrideFact } from './overrideFact';
import { promotionFacts } from './promotionFacts';

const DAY_MS = 24 * 60 * 60_000;

/** What did not come by an allowed path. There is little of it, so that it may be looked at for long. */
export const REPORTED_BYPASSES: ReportedEntries = {
  filter: { onlyBypasses: true },
  windowMs: 30 * DAY_MS,
  factsOf(entry, owner) {
    const fact = bypassFact(entry, owner);
    return fact ? [fact] : [];
  },
};

/** Promotions that passed over controls in an emergency. */
export const REPORTED_OVERRIDES: ReportedEntries = {
  filter: { kind: ['override'] },
  windowMs: 30 * DAY_MS,
  factsOf: (entry, owner) =>
    entry.kind === 'override' ? [overrideFact(entry, owner)] : [],
};

/**
 * Promotions that came to their end.
 *
 * @param stagesOf - stages of a project, by which the final ones are known; empty while they are not read
 */
export function reportedPromotions(
  stagesOf: (controlPlane: string, project: string) => readonly Stage[],
): ReportedEntries {
  return {
    filter: { kind: ['promotion-finished'] },
    windowMs: DAY_MS,
    factsOf(entry, owner) {
      if (entry.kind !== 'promotion-finished') return [];
      const stages = stagesOf(entry.controlPlane, entry.project);
      // Which stages are final is not known before the stages are.
      if (!stages.some(({ name }) => name === entry.stage)) return undefined;
      return promotionFacts({
        entry,
        owner,
        finalStages: new Set(finalStages(stages).map(({ name }) => name)),
      });
    },
  };
}
