import { compareNewestFirst } from '../model/freight';
import { isFinished } from '../model/promotionPhase';
import { autoPromotionCandidate } from './autoPromotion';
import type { Obstacle } from './obstacle';
import type { StageSituation } from './StageSituation';

/**
 * Why Kargo does not promote by itself; a person may.
 *
 * @see akuity/kargo pkg/controller/stages/regular_stages.go, `autoPromoteFreight`
 */
export function autoObstacles(situation: StageSituation): Obstacle[] {
  const { stage, freight, allFreight, promotions, at } = situation;
  const stops = 'auto-promotion';
  if (promotions?.some(isUnderWay(freight.name))) return [];
  if (!stage.autoPromotion) return [{ stops, kind: 'manual' }];

  const obstacles: Obstacle[] = [];
  const hold = stage.holds.find(({ origin }) => origin === freight.origin);
  if (hold) {
    obstacles.push({
      stops,
      kind: 'held',
      by: hold.actor,
      since: hold.createdAt,
      freight: hold.freight,
    });
  }
  const request = stage.requests.find(
    ({ origin }) => origin === freight.origin,
  );
  const candidate =
    request && autoPromotionCandidate(stage, request, allFreight, at);
  if (
    candidate?.status === 'candidate' &&
    compareNewestFirst(candidate.freight, freight) < 0
  ) {
    const { version, name } = candidate.freight;
    obstacles.push({
      stops,
      kind: 'newer-preferred',
      freight: version ?? name,
    });
  }
  // Names sort by creation within a stage.
  const last = promotions
    ?.filter(
      promotion =>
        promotion.freight === freight.name && isFinished(promotion.phase),
    )
    .sort((a, b) => b.name.localeCompare(a.name))[0];
  if (last && last.phase !== 'Succeeded') {
    obstacles.push({
      stops,
      kind: 'last-attempt-failed',
      promotion: last.name,
      phase: last.phase,
    });
  }
  return obstacles;
}

function isUnderWay(freight: string) {
  return (promotion: { freight: string | undefined; phase: string }) =>
    ['Pending', 'Running'].includes(promotion.phase) &&
    promotion.freight === freight;
}
