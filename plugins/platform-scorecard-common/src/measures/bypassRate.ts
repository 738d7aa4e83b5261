import {
  rateInterval,
  wilsonInterval,
  type ProportionEstimate,
  type RateEstimate,
} from '@fairway/statistics';
import type { BypassEpisode } from './bypassEpisodes';
import { compareText } from './compareText';
import { DAY_MS } from './days';
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
export const BYPASS_RATE: MeasureDefinition = {
  id: 'workarounds.bypass-rate',
  version: 1,
  title: 'Bypass rate',
  counted:
    'Bypass episodes that began in the period, over those episodes and the changes that went along the path in the same period.',
  notCounted:
    'Changes that no detector can see. Who went around: only what was changed, and how.',
  sources: ['bypass', 'delivery'],
};

/**
 * A change that went along the path. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface PathChange {
  readonly capability: string;
  readonly riskClass?: string;
  readonly at: number;
}

/**
 * Bypasses among all changes.
 *
 * @public
 */
export interface BypassRate {
  /** Absent where nothing changed at all. */
  readonly share?: ProportionEstimate;
  readonly episodes: number;
  readonly pathChanges: number;
  readonly highSeverity: number;
  /** Episodes a week. */
  readonly weekly: RateEstimate;
}

/**
 * Bypass rate of all changes, and by what they were about.
 *
 * @public
 */
export interface BypassRates {
  readonly all: BypassRate;
  readonly byCapability: readonly (BypassRate & { readonly name: string })[];
  /** Changes without a risk class have no name. */
  readonly byRiskClass: readonly (BypassRate & { readonly name?: string })[];
}

/**
 * Bypass rate in a period.
 *
 * @param options - `since`: beginning of the period, milliseconds since the epoch, before `asOf`
 * @throws RangeError where the period does not begin before it ends
 *
 * @public
 */
export function bypassRate(
  episodes: readonly BypassEpisode[],
  changes: readonly PathChange[],
  context: MeasureContext,
  options: { readonly since: number },
): MeasureResult<BypassRates> {
  const { since } = options;
  const weeks = (context.asOf - since) / (7 * DAY_MS);
  if (!(weeks > 0)) {
    throw new RangeError('Expected a period that begins before it ends');
  }
  return measure(BYPASS_RATE, context, () => {
    const occurrences: Occurrence[] = [
      ...episodes.map(({ startedAt, ...episode }) => ({
        ...episode,
        at: startedAt,
      })),
      ...changes,
    ];
    const { rows, coverage } = sift(
      occurrences,
      ({ at }) => untimely(at, context) ?? (at < since ? 'ignore' : undefined),
    );
    if (rows.length === 0) {
      return NOTHING_COUNTED;
    }
    const rateOf = (some: readonly Occurrence[]) => describe(some, weeks);
    return {
      value: {
        all: rateOf(rows),
        byCapability: groups(rows, ({ capability }) => capability).map(
          ([name, some]) => ({ name, ...rateOf(some) }),
        ),
        byRiskClass: groups(rows, ({ riskClass }) => riskClass).map(
          ([name, some]) => ({
            ...(name !== undefined && { name }),
            ...rateOf(some),
          }),
        ),
      },
      n: rows.length,
      denominator: rows.length,
      coverage,
    };
  });
}

/** Only episodes have a severity. */
type Occurrence = PathChange & Partial<Pick<BypassEpisode, 'severity'>>;

function describe(events: readonly Occurrence[], weeks: number): BypassRate {
  const bypasses = events.filter(({ severity }) => severity !== undefined);
  const share = wilsonInterval(bypasses.length, events.length);
  return {
    ...(share.kind === 'estimate' && { share }),
    episodes: bypasses.length,
    pathChanges: events.length - bypasses.length,
    highSeverity: bypasses.filter(({ severity }) => severity === 'high').length,
    weekly: rateInterval(bypasses.length, weeks),
  };
}

/** By name, in the order of the alphabet; what has no name comes last. */
function groups<Key extends string | undefined>(
  events: readonly Occurrence[],
  keyOf: (event: Occurrence) => Key,
): [Key, Occurrence[]][] {
  const byKey = new Map<Key, Occurrence[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = byKey.get(key) ?? [];
    group.push(event);
    byKey.set(key, group);
  }
  return [...byKey].sort(([a], [b]) =>
    compareText(a ?? '\uffff', b ?? '\uffff'),
  );
}
