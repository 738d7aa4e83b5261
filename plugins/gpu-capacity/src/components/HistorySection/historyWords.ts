import type { HistoryPoint } from '@fairway/plugin-gpu-capacity-common';

const PERCENT = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
});

/** A figure over time with what it says; gaps stay gaps. */
export interface HistoryFigure {
  readonly title: string;
  readonly values: ReadonlyArray<number | undefined>;
  readonly words: string;
}

/** How fragmented what was free was, how many large pods would have fitted, and how busy what was held was. */
export function historyFigures(
  points: readonly HistoryPoint[],
): readonly HistoryFigure[] {
  return [
    figure(
      'Fragmentation',
      points.map(({ fragmentation }) => fragmentation),
      value => PERCENT.format(value),
    ),
    ...presetsOf(points).map(devices =>
      figure(
        `Pods of ${devices} that would have fitted`,
        points.map(
          ({ slots }) => slots.find(slot => slot.devices === devices)?.mean,
        ),
        value => String(Math.round(value * 10) / 10),
      ),
    ),
    busyFigure(points),
  ].filter(({ values }) => values.some(value => value !== undefined));
}

function figure(
  title: string,
  values: HistoryFigure['values'],
  format: (value: number) => string,
): HistoryFigure {
  return { title, values, words: rangeWords(values, format) };
}

/** The median of the means of devices over five minutes, with how much of what was held it is of. */
function busyFigure(points: readonly HistoryPoint[]): HistoryFigure {
  const measured = points.flatMap(({ utilisation }) => utilisation ?? []);
  const hours = measured.reduce(
    (sum, { coverage }) => sum + coverage.measured,
    0,
  );
  const held = measured.reduce((sum, { coverage }) => sum + coverage.held, 0);
  const figureOfMedian = figure(
    'Busy share of five minutes, median of the devices',
    points.map(({ utilisation }) => utilisation?.p50),
    value => PERCENT.format(value),
  );
  return {
    ...figureOfMedian,
    words: `${figureOfMedian.words}; each device by its mean, measured for ${
      held > 0 ? PERCENT.format(hours / held) : 'none'
    } of the device-hours that were held`,
  };
}

function presetsOf(points: readonly HistoryPoint[]): readonly number[] {
  const presets = points.flatMap(({ slots }) =>
    slots.map(({ devices }) => devices),
  );
  return [...new Set(presets)]
    .filter(devices => devices > 1)
    .sort((a, b) => a - b);
}

function rangeWords(
  values: HistoryFigure['values'],
  format: (value: number) => string,
): string {
  const known = values.filter((value): value is number => value !== undefined);
  if (known.length === 0) return 'not known';
  const least = format(Math.min(...known));
  const most = format(Math.max(...known));
  const last = format(known[known.length - 1]);
  return least === most ? least : `${least} to ${most}, last ${last}`;
}
