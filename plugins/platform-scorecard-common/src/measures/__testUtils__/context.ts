import type { MeasureContext } from '../measure';
import type { MeasureSourceKind } from '../MeasureDefinition';

export const DAY = 24 * 60 * 60 * 1000;

/** Monday, 2026-11-16, 00:00 UTC. */
export const NOW = Date.UTC(2026, 10, 16);

/** Milliseconds of so many days before {@link NOW}. */
export function daysAgo(days: number): number {
  return NOW - days * DAY;
}

const KINDS: readonly MeasureSourceKind[] = [
  'catalog',
  'scaffolder',
  'delivery',
  'activity',
  'survey',
  'bypass',
  'exceptions',
];

/** All sources read just now. */
export function context(more: Partial<MeasureContext> = {}): MeasureContext {
  return {
    asOf: NOW,
    sources: KINDS.map(kind => ({ kind, lastOkAt: NOW, staleAfterMs: DAY })),
    ...more,
  };
}
