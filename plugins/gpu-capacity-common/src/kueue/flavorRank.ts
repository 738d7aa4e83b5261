import type { FlavorFungibility } from './clusterQueue';
import type { QuotaStepMode } from './quotaStep';

/** How good a flavor would be. */
export interface FlavorRank {
  readonly mode: QuotaStepMode;
  /** How far up in the tree the quota is found; 0 in the queue itself. */
  readonly height: number;
}

/** Larger is better; what cannot be taken at all has no place. */
const PLACES: ReadonlyMap<QuotaStepMode, number> = new Map([
  ['preemption', 1],
  ['borrowing', 2],
  ['within-nominal', 2],
]);

/**
 * Whether Kueue prefers a flavor to the best one so far.
 *
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go, isPreferred
 */
export function isBetter(
  rank: FlavorRank,
  best: FlavorRank | undefined,
  { preference }: FlavorFungibility,
): boolean {
  const place = PLACES.get(rank.mode);
  if (place === undefined) return false;
  const other = best && PLACES.get(best.mode);
  if (!best || other === undefined) return true;
  const byPlace = place - other;
  const byHeight = best.height - rank.height;
  return preference === 'preemption'
    ? (byHeight || byPlace) > 0
    : (byPlace || byHeight) > 0;
}

/**
 * Whether Kueue tries no further flavors.
 *
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go, shouldTryNextFlavor
 */
export function stopsSearch(
  { mode, height }: FlavorRank,
  { whenCanBorrow, whenCanPreempt }: FlavorFungibility,
): boolean {
  if (!PLACES.has(mode)) return false;
  if (mode === 'preemption' && whenCanPreempt === 'try-next') return false;
  return height === 0 || whenCanBorrow === 'stop';
}
