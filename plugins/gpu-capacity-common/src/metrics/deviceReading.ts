import type {
  DeviceIdentity,
  DeviceSample,
  MetricClaim,
  MetricPod,
} from './deviceSample';
import { METRIC_DIALECTS, type DialectId } from './dialects';
import type { MetricQuantity } from './metricQuantity';
import { groupedBy } from './groupedBy';
import { highestOf } from './highestOf';

/**
 * A figure over the window, in its canonical unit.
 *
 * @public
 */
export interface WindowFigure {
  /** The newest value of all but `busy`; absent where the unit is not known. */
  readonly windowMax: number | undefined;
  /** Mean over the last minutes, of `busy` only; absent where nothing reported in them, or the unit is not known. */
  readonly recentMean: number | undefined;
  /** Absent where nothing reports any more, or the unit is not known. */
  readonly latest: number | undefined;
  /** Unix time in seconds; absent where nothing reports any more. */
  readonly sampledAtSeconds: number | undefined;
  readonly spansWindow: boolean;
}

/**
 * A figure of a device, with where it comes from.
 *
 * @public
 */
export interface DeviceFigure extends WindowFigure {
  readonly dialect: DialectId;
  readonly metric: string;
  /** Others that report the same of the same device, and were not taken. */
  readonly notTaken: readonly string[];
  /** The part of it that names a pod, by `podKey`. */
  readonly byPod: ReadonlyMap<string, WindowFigure>;
}

/**
 * A device or a part of a split one, with all that is measured of it, each once.
 *
 * @public
 */
export interface DeviceReading {
  readonly key: string;
  readonly device: DeviceIdentity;
  readonly node: string | undefined;
  /** Pods that use it now. */
  readonly pods: readonly MetricPod[];
  readonly claims: readonly MetricClaim[];
  /** Several pods use it: what is measured is theirs together. */
  readonly shared: boolean;
  /** A whole card of which parts report too: its figures are those of all parts together. */
  readonly split: boolean;
  readonly figures: Readonly<Partial<Record<MetricQuantity, DeviceFigure>>>;
}

/** @public */
export function podKey(pod: {
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${pod.namespace}/${pod.name}`;
}

/**
 * Collapses series to devices: series of several pods on one device, of several exporters and of both dialects are one
 * device each. A whole card and its parts are never mixed.
 *
 * @public
 */
export function readDevices(
  samples: readonly DeviceSample[],
): readonly DeviceReading[] {
  const byDevice = groupedBy(samples, deviceKey);
  const splitCards = new Set(
    samples
      .filter(({ device }) => device.migInstance !== undefined)
      .map(({ device }) => device.uuid),
  );
  return [...byDevice].map(([key, own]) => {
    const live = own.filter(isLive);
    const pods = distinct(live.flatMap(({ pod }) => pod ?? []));
    const [{ device }] = own;
    return {
      key,
      device: { ...device, model: firstOf(own, s => s.device.model) },
      node: firstOf(own, ({ node }) => node),
      pods,
      claims: distinct(live.flatMap(({ claim }) => claim ?? [])),
      shared: pods.length > 1,
      split:
        device.uuid !== undefined &&
        device.migInstance === undefined &&
        splitCards.has(device.uuid),
      figures: Object.fromEntries(
        [...groupedBy(own, ({ quantity }) => quantity)].map(
          ([quantity, same]) => [quantity, figureOf(same)],
        ),
      ),
    };
  });
}

function deviceKey({ device, pod }: DeviceSample): string {
  return device.uuid === undefined
    ? `${pod && podKey(pod)} ${device.index ?? ''}`
    : `${device.uuid} ${device.migInstance ?? ''}`;
}

function isLive({ sampledAtSeconds }: DeviceSample): boolean {
  return sampledAtSeconds !== undefined;
}

/** Takes what reports now before what has ended, then the better dialect, then the better metric of it. */
function figureOf(
  samples: readonly [DeviceSample, ...DeviceSample[]],
): DeviceFigure {
  // Nearly always there is one series.
  if (samples.length === 1) {
    const [{ dialect, metric, pod }] = samples;
    const figure = merged(samples);
    const byPod = new Map(pod && [[podKey(pod), figure]]);
    return { dialect, metric, ...figure, notTaken: [], byPod };
  }
  const sources = [...groupedBy(samples, sourceOf)].sort(
    ([, a], [, b]) =>
      Number(b.some(isLive)) - Number(a.some(isLive)) ||
      Number(hasValue(b)) - Number(hasValue(a)) ||
      rank(a[0]) - rank(b[0]),
  );
  const [[, own], ...others] = sources;
  const [{ dialect, metric }] = own;
  const ofPods = groupedBy(
    own.filter(({ pod }) => pod !== undefined),
    ({ pod }) => (pod ? podKey(pod) : ''),
  );
  const exporters = new Set(own.map(({ exporter }) => exporter));
  return {
    dialect,
    metric,
    ...merged(own),
    notTaken: [
      ...others.map(([source]) => source),
      ...(exporters.size > 1
        ? [`${metric} of ${exporters.size} targets, the highest taken`]
        : []),
    ],
    byPod: new Map([...ofPods].map(([pod, rows]) => [pod, merged(rows)])),
  };
}

function sourceOf({ dialect, metric }: DeviceSample): string {
  return `${metric} (${dialect})`;
}

function hasValue(samples: readonly DeviceSample[]): boolean {
  return samples.some(({ windowMax }) => windowMax !== undefined);
}

function rank({ dialect, quantity, metric }: DeviceSample): number {
  const index = METRIC_DIALECTS.findIndex(({ id }) => id === dialect);
  const metrics = METRIC_DIALECTS[index]?.metrics[quantity] ?? [];
  return index * 100 + metrics.findIndex(({ name }) => name === metric);
}

function merged(samples: readonly DeviceSample[]): WindowFigure {
  const [only, second] = samples;
  if (!second) {
    const { windowMax, recentMean, latest, sampledAtSeconds, spansWindow } =
      only;
    return { windowMax, recentMean, latest, sampledAtSeconds, spansWindow };
  }
  return {
    windowMax: highestOf(samples.map(({ windowMax }) => windowMax)),
    recentMean: highestOf(samples.map(({ recentMean }) => recentMean)),
    latest: highestOf(samples.map(({ latest }) => latest)),
    sampledAtSeconds: highestOf(samples.map(s => s.sampledAtSeconds)),
    spansWindow: samples.some(({ spansWindow }) => spansWindow),
  };
}

function firstOf<T>(
  samples: readonly DeviceSample[],
  read: (sample: DeviceSample) => T | undefined,
): T | undefined {
  return samples.map(read).find(value => value !== undefined);
}

function distinct<
  T extends { readonly namespace: string; readonly name: string },
>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map(item => [podKey(item), item])).values()];
}
