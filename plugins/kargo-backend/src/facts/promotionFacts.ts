import type {
  FactKind,
  PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import {
  promotionKey,
  type LedgerEntryOf,
  type PromotionOutcome,
} from '@fairway/plugin-kargo-common';

/** CloudEvents source of the facts that this plugin reports. */
export const FACT_SOURCE = 'kargo';

/** The component a project belongs to, at the time. */
export interface ProjectOwner {
  readonly entityRef: string;
  readonly team: string | undefined;
  readonly riskClass: string | undefined;
}

/** A promotion that vanished ended in a way that nobody knows. */
const KINDS: Partial<Record<PromotionOutcome, PromotionFactKind>> = {
  succeeded: 'promotion.succeeded',
  failed: 'promotion.failed',
  errored: 'promotion.failed',
  aborted: 'promotion.aborted',
};

type PromotionFactKind = Extract<FactKind, `promotion.${string}`>;

/**
 * What the end of a promotion means for the scorecard; a success in a final stage also means that the service is in
 * production. Ids come from the promotion, so that reading it again adds nothing.
 */
export function promotionFacts(options: {
  readonly entry: LedgerEntryOf<'promotion-finished'>;
  readonly owner: ProjectOwner;
  readonly finalStages: ReadonlySet<string>;
}): PlatformFact[] {
  const { entry, owner, finalStages } = options;
  const kind = KINDS[entry.outcome];
  if (!kind) return [];
  const fact = {
    specversion: '1.0',
    source: FACT_SOURCE,
    time: entry.at,
    subject: owner.entityRef,
    team: owner.team,
    data: {
      controlPlane: entry.controlPlane,
      project: entry.project,
      stage: entry.stage,
      promotion: entry.subject.name,
      freight: entry.freight,
      riskClass: entry.riskClass ?? owner.riskClass,
    },
  } as const;
  const id = promotionKey(
    entry.controlPlane,
    entry.subject.uid ?? entry.subject.name,
  );
  const facts: PlatformFact[] = [
    { ...fact, id: `${id}:finished`, type: `dev.fairway.${kind}` },
  ];
  if (entry.outcome === 'succeeded' && finalStages.has(entry.stage)) {
    facts.push({
      ...fact,
      id: `${id}:production`,
      type: 'dev.fairway.service.reached-production',
    });
  }
  return facts;
}
