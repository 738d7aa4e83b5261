import { compareNewestFirst, type Freight } from '../model/freight';
import { isFinished } from '../model/promotionPhase';
import type { PromotionRow } from '../model/promotionRow';
import type { FreightRequest, Stage } from '../model/stage';
import { autoPromotionCandidate } from './autoPromotion';
import { freightOfOrigin } from './freightByOrigin';

/**
 * The freight that a stage gets next, if all goes well: what is being promoted, else what may be, else the newest on
 * its way in a stage before.
 *
 * @returns `undefined` where nothing newer than what is there is on its way
 *
 * @public
 */
export function nextFreight(
  stage: Stage,
  project: {
    readonly freight: readonly Freight[];
    /** Promotions of the stage. */
    readonly promotions: readonly PromotionRow[];
    readonly at: Date;
  },
): Freight | undefined {
  const { freight, promotions, at } = project;
  const current = stage.history[0]?.items.map(({ name }) => name) ?? [];
  const underWay = promotions
    .filter(({ phase }) => !isFinished(phase) && phase !== 'Unknown')
    .sort(
      (a, b) =>
        Number(b.phase === 'Running') - Number(a.phase === 'Running') ||
        b.name.localeCompare(a.name),
    );
  for (const promotion of underWay) {
    const found = freight.find(({ name }) => name === promotion.freight);
    if (found) return found;
  }
  const newerOf = ({ origin }: FreightRequest) => {
    const newestFirst = freightOfOrigin(freight, origin);
    const there = newestFirst.findIndex(({ name }) => current.includes(name));
    return there === -1 ? newestFirst : newestFirst.slice(0, there);
  };
  const coming = stage.requests.flatMap(request => {
    const newer = newerOf(request);
    const candidate = autoPromotionCandidate(stage, request, freight, at);
    const available =
      candidate.status === 'candidate' && newer.includes(candidate.freight)
        ? [candidate.freight]
        : [];
    if (available.length > 0) return available;
    const onItsWay = newer.find(
      item =>
        request.direct ||
        item.currentlyIn.some(entry => request.stages.includes(entry.stage)),
    );
    return onItsWay ? [onItsWay] : [];
  });
  return coming.sort(compareNewestFirst)[0];
}
