import type { JsonObject } from '@backstage/types';
import type { Freight, Promotion, Stage } from './kargoSchemas';

/** Set by Kargo on a Promotion that somebody asked for: what auto-promotion is to do after it. */
export const HOLD = 'kargo.akuity.io/auto-promotion-hold';
export const RESUME = 'kargo.akuity.io/auto-promotion-resume';

/**
 * The intent of a Promotion by hand: of anything but what auto-promotion would pick, it holds auto-promotion; of that, it
 * ends a hold (`pkg/webhook/kubernetes/promotion/webhook.go` of v1.11, `syncHoldAnnotations`).
 */
export function promotionIntent(
  freight: Freight,
  candidate: Freight | undefined,
): Readonly<Record<string, string>> {
  const origin = `${freight.origin.kind}/${freight.origin.name}`;
  const key =
    candidate?.metadata.name === freight.metadata.name ? RESUME : HOLD;
  return { [key]: origin };
}

/** The holds of a Stage after a Promotion that succeeded. */
export function holdsAfter(stage: Stage, promotion: Promotion): JsonObject {
  const { annotations, name, creationTimestamp } = promotion.metadata;
  const { [HOLD]: held, [RESUME]: resumed } = annotations;
  const actor = annotations['kargo.akuity.io/create-actor'];
  const holds: JsonObject = JSON.parse(
    JSON.stringify(stage.status.autoPromotionHolds),
  );
  if (resumed !== undefined) delete holds[resumed];
  if (held === undefined) return holds;
  const [kind, origin] = held.split('/');
  return {
    ...holds,
    [held]: {
      freightName: promotion.spec.freight,
      origin: { kind, name: origin },
      promotionName: name,
      ...(actor && { actor }),
      createdAt: creationTimestamp,
    },
  };
}
