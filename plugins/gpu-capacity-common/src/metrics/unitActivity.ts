import { MEAN_SECONDS } from './deviceQuery';
import type {
  DeviceFigure,
  DeviceReading,
  WindowFigure,
} from './deviceReading';
import { podKey } from './deviceReading';
import type { HoldingPod, IdleRule } from './holdingPod';

/**
 * Why nothing can be said of a held device.
 *
 * @public
 */
export const NO_METRIC_REASONS = [
  'no-series',
  'unknown-unit',
  'older-than-pod',
  'shorter-than-window',
  'partial-answer',
] as const;

/** @public */
export type NoMetricReason = (typeof NO_METRIC_REASONS)[number];

/**
 * What is known of one unit that a pod holds. It is idle only if it was measured all through the window.
 *
 * @public
 */
export interface UnitActivity {
  readonly state: 'busy' | 'idle' | 'no-metric';
  /** Only with `no-metric`. */
  readonly reason?: NoMetricReason;
  /** Key of the `DeviceReading`; absent where nothing reports of it. */
  readonly deviceKey: string | undefined;
  /** Highest share of the time in the window, 0 to 1. */
  readonly busyMax: number | undefined;
  /** Mean share of the time over the last five minutes, 0 to 1; absent where the pod has held it for less. */
  readonly busyMean: number | undefined;
  readonly memoryUsedBytes: number | undefined;
  /** More memory than the floor of the rule is held. */
  readonly holdsMemory: boolean | undefined;
  /** `false` where others use the same device: the figures are those of all of them. */
  readonly attributable: boolean;
}

type Verdict = Pick<UnitActivity, 'state' | 'reason' | 'busyMax' | 'busyMean'>;

/**
 * Judges one device for one pod that holds it.
 *
 * @param options - `nowSeconds`: Unix time at which the window ends; `partial`: the answer may lack series
 */
export function unitActivity(options: {
  readonly reading: DeviceReading;
  readonly pod: HoldingPod;
  readonly rule: IdleRule;
  readonly nowSeconds: number;
  readonly partial: boolean;
}): UnitActivity {
  const { reading, pod, rule } = options;
  const attributable = !(reading.shared || pod.shared === true);
  const own = (figure: DeviceFigure | undefined): WindowFigure | undefined =>
    attributable ? figure?.byPod.get(podKey(pod)) ?? figure : figure;
  const memory = own(reading.figures['memory-used'])?.latest;
  return {
    ...verdict({ ...options, figure: own(reading.figures.busy) }),
    deviceKey: reading.key,
    memoryUsedBytes: memory,
    holdsMemory:
      memory === undefined ? undefined : memory > rule.memoryFloorBytes,
    attributable,
  };
}

/** A unit of which nothing reports. */
export function unreportedUnit(pod: HoldingPod): UnitActivity {
  return {
    ...noMetric('no-series'),
    deviceKey: undefined,
    memoryUsedBytes: undefined,
    holdsMemory: undefined,
    attributable: pod.shared !== true,
  };
}

function verdict(options: {
  readonly figure: WindowFigure | undefined;
  readonly pod: HoldingPod;
  readonly rule: IdleRule;
  readonly nowSeconds: number;
  readonly partial: boolean;
}): Verdict {
  const { figure, pod, rule, nowSeconds, partial } = options;
  if (figure?.sampledAtSeconds === undefined) return noMetric('no-series');
  const { startedAtSeconds = 0 } = pod;
  if (figure.sampledAtSeconds < startedAtSeconds) {
    return noMetric('older-than-pod');
  }
  const { windowMax, latest } = figure;
  if (windowMax === undefined) return noMetric('unknown-unit');
  const heldAllAlong = startedAtSeconds <= nowSeconds - rule.windowSeconds;
  // The highest of the window may be that of whoever had the device before.
  const busyMax = heldAllAlong ? windowMax : latest;
  const busyMean =
    startedAtSeconds <= nowSeconds - MEAN_SECONDS
      ? figure.recentMean
      : undefined;
  const measured = { busyMax, busyMean };
  if (busyMax !== undefined && busyMax >= rule.busyRatio) {
    return { state: 'busy', ...measured };
  }
  if (!heldAllAlong || !figure.spansWindow) {
    return { ...noMetric('shorter-than-window'), ...measured };
  }
  // What is missing may have been busy.
  if (partial) return { ...noMetric('partial-answer'), ...measured };
  return { state: 'idle', ...measured };
}

function noMetric(reason: NoMetricReason): Verdict {
  return {
    state: 'no-metric',
    reason,
    busyMax: undefined,
    busyMean: undefined,
  };
}
