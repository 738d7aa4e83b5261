/**
 * Phases of a promotion; `Unknown` stands for a value of a later Kargo.
 *
 * @public
 */
export const PROMOTION_PHASES = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Errored',
  'Aborted',
  'Unknown',
] as const;

/** @public */
export type PromotionPhase = (typeof PROMOTION_PHASES)[number];

/** A promotion that the controller has not seen yet has no phase. */
export function phaseOf(phase: string | null | undefined): PromotionPhase {
  if (!phase) return 'Pending';
  return PROMOTION_PHASES.find(known => known === phase) ?? 'Unknown';
}

/**
 * Whether a promotion has come to its end.
 *
 * @see akuity/kargo api/v1alpha1/promotion_types.go, `PromotionPhase.IsTerminal`
 *
 * @public
 */
export function isFinished(phase: PromotionPhase): boolean {
  return ['Succeeded', 'Failed', 'Errored', 'Aborted'].includes(phase);
}
