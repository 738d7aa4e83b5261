import {
  proportionDifference,
  wilsonInterval,
  type DifferenceEstimate,
  type ProportionEstimate,
} from '@fairway/statistics';
import {
  measure,
  NOTHING_COUNTED,
  untimely,
  type MeasureContext,
} from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { sift } from './sift';

/** @public */
export const UNDER_PRESSURE_GAP: MeasureDefinition = {
  id: 'workarounds.under-pressure-gap',
  version: 1,
  title: 'Under-pressure gap',
  counted:
    'Share of changes along the path in normal times, less that share while an incident or a freeze was on.',
  notCounted:
    'Changes that no detector can see. Incidents and freezes that nobody recorded count as normal times.',
  sources: ['bypass', 'delivery'],
};

/**
 * A change of either kind. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface Change {
  readonly at: number;
  readonly onPath: boolean;
}

/**
 * An incident or a freeze: from its start to just before its end. One without an end is still on.
 *
 * @public
 */
export interface PressureWindow {
  readonly start: number;
  readonly end?: number;
}

/**
 * How much of the path is left when it matters.
 *
 * @public
 */
export interface UnderPressureGap {
  readonly normal: ProportionEstimate;
  readonly underPressure: ProportionEstimate;
  /** Above 0 where teams leave the path under pressure. */
  readonly gap: DifferenceEstimate;
}

/**
 * The gap in a period.
 *
 * @param options - `since`: beginning of the period, milliseconds since the epoch
 * @returns unknown where there was no change on one of the two sides
 *
 * @public
 */
export function underPressureGap(
  changes: readonly Change[],
  windows: readonly PressureWindow[],
  context: MeasureContext,
  options: { readonly since: number },
): MeasureResult<UnderPressureGap> {
  return measure(UNDER_PRESSURE_GAP, context, () => {
    const { rows, coverage } = sift(
      changes,
      ({ at }) =>
        untimely(at, context) ?? (at < options.since ? 'ignore' : undefined),
    );
    const pressed = ({ at }: Change) =>
      windows.some(
        ({ start, end = Number.POSITIVE_INFINITY }) => start <= at && at < end,
      );
    const shareOf = (some: readonly Change[]) =>
      wilsonInterval(some.filter(({ onPath }) => onPath).length, some.length);
    const normal = shareOf(rows.filter(change => !pressed(change)));
    const underPressure = shareOf(rows.filter(pressed));
    const gap = proportionDifference(normal, underPressure);
    if (
      normal.kind === 'no-data' ||
      underPressure.kind === 'no-data' ||
      gap.kind === 'no-data'
    ) {
      return NOTHING_COUNTED;
    }
    return {
      value: { normal, underPressure, gap },
      n: rows.length,
      denominator: rows.length,
      coverage,
    };
  });
}
