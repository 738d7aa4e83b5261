import type { DeviceReading } from './deviceReading';
import type { DeviceIdentity, MetricPod } from './deviceSample';
import { groupedBy } from './groupedBy';

/**
 * The error that a device has reported last. It is not said whether it is over.
 *
 * @remarks
 * The exporter repeats the last code until the driver, or the exporter itself, starts anew, and the same error twice looks
 * like once.
 *
 * @see https://github.com/NVIDIA/DCGM/issues/277
 * @see https://github.com/NVIDIA/dcgm-exporter/issues/190, https://github.com/NVIDIA/dcgm-exporter/issues/500
 *
 * @public
 */
export interface DeviceError {
  /** A whole card: its parts repeat what it reports. */
  readonly device: DeviceIdentity;
  /** As the exporter names it. */
  readonly node: string | undefined;
  /** Pods that use it now. */
  readonly pods: readonly MetricPod[];
  readonly xid: number;
}

/**
 * The last errors of all devices that report one now. Without a series nothing is said: that is not "no error".
 *
 * @public
 */
export function deviceErrors(
  readings: readonly DeviceReading[],
): readonly DeviceError[] {
  const cards = groupedBy(
    readings.filter(({ figures }) => isError(figures.xid?.latest)),
    ({ device, key }) => device.uuid ?? key,
  );
  return [...cards.values()].map(parts => {
    const [first] = parts;
    return {
      device: {
        ...first.device,
        migInstance: undefined,
        migProfile: undefined,
      },
      node: first.node,
      pods: parts.flatMap(({ pods }) => pods),
      xid: Math.max(...parts.map(({ figures }) => figures.xid?.latest ?? 0)),
    };
  });
}

/** Zero is that there was none. */
function isError(code: number | undefined): boolean {
  return code !== undefined && Number.isInteger(code) && code > 0;
}
