import type {
  FactKind,
  PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import type { Promotion, PromotionPhase } from '@fairway/plugin-kargo-common';

/** CloudEvents source of the facts that this plugin reports. */
export const FACT_SOURCE = 'kargo';

/** The component a project belongs to, at the time. */
export interface ProjectOwner {
  readonly entityRef: string;
  readonly team: string | undefined;
  readonly riskClass: string | undefined;
}

const KINDS: Partial<Record<PromotionPhase, PromotionFactKind>> = {
  Succeeded: 'promotion.succeeded',
  Failed: 'promotion.failed',
  Errored: 'promotion.failed',
  Aborted: 'promotion.aborted',
};

type PromotionFactKind = Extract<FactKind, `promotion.${string}`>;

/**
 * What a finished promotion means for the scorecard: nothing while it is not finished; a success in a final stage also
 * means that the service is in production. Ids come from the promotion, so that reading it again adds nothing.
 */
export function promotionFacts(options: {
  readonly controlPlane: string;
  readonly promotion: Promotion;
  readonly owner: ProjectOwner;
  readonly finalStages: ReadonlySet<string>;
}): PlatformFact[] {
  const { controlPlane, promotion, owner, finalStages } = options;
  const kind = KINDS[promotion.phase];
  // Without a time it cannot be placed on any axis; the next reading may have it.
  const time = promotion.finishedAt;
  if (!kind || !time) return [];
  const fact = {
    specversion: '1.0',
    source: FACT_SOURCE,
    time: new Date(time).toISOString(),
    subject: owner.entityRef,
    team: owner.team,
    data: {
      controlPlane,
      project: promotion.project,
      stage: promotion.stage,
      promotion: promotion.name,
      freight: promotion.freight,
      riskClass: owner.riskClass,
    },
  } as const;
  const id = `${controlPlane}/${promotion.uid}`;
  const facts: PlatformFact[] = [
    { ...fact, id: `${id}:finished`, type: `dev.fairway.${kind}` },
  ];
  if (promotion.phase === 'Succeeded' && finalStages.has(promotion.stage)) {
    facts.push({
      ...fact,
      id: `${id}:production`,
      type: 'dev.fairway.service.reached-production',
    });
  }
  return facts;
}
