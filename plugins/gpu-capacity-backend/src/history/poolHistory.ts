import {
  ACCELERATOR_KINDS,
  LEDGER_CLASSES,
  type HistoryPoint,
  type HistoryRange,
  type HistoryResolution,
  type LedgerClass,
  type LedgerView,
  type PoolHistory,
} from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import { meanOf, type Figures, type Spread } from './Figures';
import { historySentence } from './historySentence';
import { PERIOD_MS, type CapacityPeriod, type Resolution } from './periods';
import { histogramQuantile } from './utilisationFigures';

/** Which periods a range is shown in. */
export const RANGES: Readonly<
  Record<
    HistoryRange,
    { readonly days: number; readonly resolution: Resolution }
  >
> = {
  '1d': { days: 1, resolution: 'sample' },
  '7d': { days: 7, resolution: 'hour' },
  '30d': { days: 30, resolution: 'day' },
  '90d': { days: 90, resolution: 'day' },
};

const RESOLUTION_NAMES: Readonly<Record<Resolution, HistoryResolution>> = {
  sample: 'five-minutes',
  hour: 'hour',
  day: 'day',
};

const MAX_GROUPS = 8;

/** What is known of a pool over time. Times of which nothing is known have no point. */
export function poolHistory(options: {
  readonly range: HistoryRange;
  readonly from: number;
  readonly until: number;
  /** Start of the first period of which anything is known. */
  readonly since: number | undefined;
  /** In the order of time. */
  readonly periods: readonly CapacityPeriod[];
}): PoolHistory {
  const { range, from, until, since, periods } = options;
  const { resolution } = RANGES[range];
  const length = PERIOD_MS[resolution];
  const points = [...groupedBy(periods, ({ start }) => start)].map(
    ([start, parts]) => ({
      at: isoOf(start),
      coverage: coverageOf(
        Math.max(...parts.map(({ figures }) => figures.observedMs)),
        length,
      ),
      devices: devicesOf(parts.map(({ figures }) => figures)),
    }),
  );
  return {
    range,
    resolution: RESOLUTION_NAMES[resolution],
    from: isoOf(from),
    until: isoOf(until),
    ...(since !== undefined && { since: isoOf(since) }),
    points,
    groups: groupsOf(periods, length),
    sentence: historySentence({ range, since, points, until }),
  };
}

function groupsOf(
  periods: readonly CapacityPeriod[],
  length: number,
): PoolHistory['groups'] {
  return [
    ...groupedBy(periods, ({ product, resource, kind }) =>
      JSON.stringify([product, resource, kind]),
    ).values(),
  ]
    .map(parts => ({
      size: Math.max(...parts.map(({ figures }) => ownedOf(figures))),
      group: {
        product: parts[0].product,
        resource: parts[0].resource,
        kind:
          ACCELERATOR_KINDS.find(kind => kind === parts[0].kind) ??
          'unclassified',
        points: parts.map(part => pointOf(part, length)),
      },
    }))
    .sort((a, b) => b.size - a.size)
    .slice(0, MAX_GROUPS)
    .map(({ group }) => group);
}

function pointOf({ start, figures }: CapacityPeriod, length: number) {
  const { observedMs, units, requested, slots, fragmentation } = figures;
  const point: HistoryPoint = {
    at: isoOf(start),
    coverage: coverageOf(observedMs, length),
    units: meanLedger(units, observedMs),
    ...(requested && { requested: spreadView(requested) }),
    slots: Object.entries(slots)
      .map(([devices, spread]) => ({
        devices: Number(devices),
        ...spreadView(spread),
      }))
      .sort((a, b) => a.devices - b.devices),
    ...(fragmentation && { fragmentation: meanOf(fragmentation) }),
    ...utilisationView(figures),
  };
  return point;
}

function utilisationView({
  utilisation,
}: Figures): Pick<HistoryPoint, 'utilisation'> {
  if (!utilisation) return {};
  const { histogram, heldMs } = utilisation;
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map(q =>
    histogramQuantile(histogram, q),
  );
  if (p10 === undefined || p50 === undefined || p90 === undefined) return {};
  const measuredMs = histogram.reduce((sum, weight) => sum + weight, 0);
  return {
    utilisation: {
      p10,
      p50,
      p90,
      coverage: {
        measured: measuredMs / PERIOD_MS.hour,
        held: heldMs / PERIOD_MS.hour,
      },
    },
  };
}

/** Mean of all units together; each over the time in which it was observed. */
function devicesOf(all: readonly Figures[]): LedgerView {
  const sums: Partial<Record<LedgerClass, number>> = {};
  for (const { devices, observedMs } of all) {
    const means = devices ? meanLedger(devices, observedMs) : {};
    for (const ledgerClass of LEDGER_CLASSES) {
      const mean = means[ledgerClass];
      if (mean) sums[ledgerClass] = (sums[ledgerClass] ?? 0) + mean;
    }
  }
  return sums;
}

function meanLedger(integrals: LedgerView, observedMs: number): LedgerView {
  return Object.fromEntries(
    Object.entries(integrals).map(([ledgerClass, sum]) => [
      ledgerClass,
      sum / observedMs,
    ]),
  );
}

function spreadView(spread: Spread) {
  return { min: spread.min, mean: meanOf(spread), max: spread.max };
}

function ownedOf({ units, observedMs }: Figures): number {
  return (
    Object.values(units).reduce((sum, value) => sum + value, 0) / observedMs
  );
}

function coverageOf(observedMs: number, length: number): number {
  return Math.min(1, observedMs / length);
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
