import { compareNewestFirst, type Freight } from '../model/freight';
import { isFinished } from '../model/promotionPhase';
import type { PromotionRow } from '../model/promotionRow';
import type { Stage } from '../model/stage';
import { autoPromotionCandidate } from './autoPromotion';

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
  const coming = stage.requests.flatMap(request => {
    const there = freight.find(
      ({ name, origin }) => origin === request.origin && current.includes(name),
    );
    const isNew = (item: Freight) =>
      !current.includes(item.name) &&
      (!there || compareNewestFirst(item, there) < 0);
    const candidate = autoPromotionCandidate(stage, request, freight, at);
    const available =
      candidate.status === 'candidate' && isNew(candidate.freight)
        ? [candidate.freight]
        : [];
    if (available.length > 0) return available;
    return freight
      .filter(
        item =>
          item.origin === request.origin &&
          (request.direct ||
            item.currentlyIn.some(entry =>
              request.stages.includes(entry.stage),
            )) &&
          isNew(item),
      )
      .sort(compareNewestFirst)
      .slice(0, 1);
  });
  return coming.sort(compareNewestFirst)[0];
}
