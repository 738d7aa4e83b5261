import type { LedgerClass } from '@fairway/plugin-gpu-capacity-common';
import type { Figures } from './Figures';

/** How long the periods of a resolution are. They begin at multiples of that since 1970, in UTC. */
export const PERIOD_MS = {
  sample: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;

export type Resolution = keyof typeof PERIOD_MS;

/** Start of the period in which a time is. */
export function periodStart(resolution: Resolution, at: number): number {
  const length = PERIOD_MS[resolution];
  return Math.floor(at / length) * length;
}

/** Which units of which pool a row is about. */
export interface UnitKey {
  /** See `poolId`. */
  readonly pool: string;
  readonly cluster: string;
  readonly product: string | undefined;
  readonly resource: string;
  readonly kind: string;
}

/** What the units of one kind in a pool did in a period. */
export interface CapacityPeriod extends UnitKey {
  readonly start: number;
  readonly figures: Figures;
}

/** Classes whose devices can be asked for, whoever has them. */
export const ALLOCATABLE_CLASSES: readonly LedgerClass[] = [
  'busy',
  'idle',
  'unmeasured',
  'reserved',
  'usable',
  'stranded',
];
