import {
  counted,
  podKey,
  type ClusterPod,
  type PodActivity,
  type WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

type Devices = PodActivity['devices'];

/**
 * What a component does with the devices that its pods hold, with how many of them report it. Absent where no pod holds
 * any, or where no metrics are read: that is not idle.
 */
export function workloadUse(
  found: ReadonlyArray<{
    readonly cluster: Pick<ClusterView, 'activity'>;
    readonly pods: readonly ClusterPod[];
  }>,
): WorkloadCapacity['use'] {
  const devices = found.flatMap(({ cluster: { activity }, pods }): Devices => {
    if (!activity || activity.freshness.status === 'unobserved') return [];
    const own = new Set(pods.map(podKey));
    return activity.activity.pods
      .filter(pod => own.has(podKey(pod)))
      .flatMap(pod => pod.devices);
  });
  if (devices.length === 0) return undefined;
  const count = (state: Devices[number]['state']) =>
    devices.filter(device => device.state === state).length;
  const reporting = devices.length - count('no-metric');
  const busyShares = devices.flatMap(({ busyMax }) => busyMax ?? []);
  const use = {
    held: devices.length,
    reporting,
    busy: count('busy'),
    idle: count('idle'),
    ...(busyShares.length > 0 && { busyMax: Math.max(...busyShares) }),
    attributable: devices.every(({ attributable }) => attributable),
  };
  return { ...use, sentence: sentenceOf(use) };
}

function sentenceOf(
  use: Omit<NonNullable<WorkloadCapacity['use']>, 'sentence'>,
): string {
  const held = counted(use.held, 'held device', 'held devices');
  if (use.reporting === 0) {
    return `None of the ${held} reports what it does: that is not idle.`;
  }
  const most =
    use.busyMax === undefined
      ? ''
      : `, at most ${Math.round(use.busyMax * 100)} % of the time`;
  const shared = use.attributable
    ? ''
    : ' Some are shared with others: their figures are those of the device.';
  const report =
    use.reporting === 1 ? 'reports what it does' : 'report what they do';
  return `${use.reporting} of ${held} ${report}: ${use.busy} busy, ${use.idle} idle${most}.${shared}`;
}
