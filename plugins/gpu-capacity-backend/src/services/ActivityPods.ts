import {
  devicesPerUnit,
  type AcceleratorRegistry,
  type ClusterPod,
  type PodActivity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from './ClusterCapacity';
import type {
  IdlePod,
  IdlePods,
  MeasuredPod,
  MeasuredPods,
} from './MeasuredPods';

type Devices = PodActivity['devices'];
type MeasuredView = Pick<ClusterView, 'activity' | 'state'>;

/** What is measured of the pods of the clusters that are watched. */
export class ActivityPods {
  readonly #registry: AcceleratorRegistry;
  readonly #viewOf: (cluster: string) => MeasuredView | undefined;

  constructor(options: {
    readonly registry: AcceleratorRegistry;
    /** What is known of a cluster now; `undefined` where it is not watched. */
    readonly viewOf: (cluster: string) => MeasuredView | undefined;
  }) {
    this.#registry = options.registry;
    this.#viewOf = options.viewOf;
  }

  /** Pods with how busy their devices were in the mean. */
  readonly measured: MeasuredPods = {
    of: cluster =>
      this.#found(cluster).flatMap(
        ({ pod, resource, devices }): MeasuredPod[] => {
          const busyShares = devices.flatMap(({ busyMean }) => busyMean ?? []);
          return busyShares.length > 0 ? [{ pod, resource, busyShares }] : [];
        },
      ),
  };

  /** Pods with idle devices. */
  readonly idle: IdlePods = {
    of: cluster =>
      this.#found(cluster).flatMap(({ pod, devices, share }): IdlePod[] => {
        const idle = devices.filter(({ state }) => state === 'idle');
        const shares = idle.flatMap(({ busyMax }) => busyMax ?? []);
        return idle.length > 0
          ? [
              {
                pod,
                idleDevices: idle.length * share,
                ...(shares.length > 0 && { busyMax: Math.max(...shares) }),
              },
            ]
          : [];
      }),
  };

  #found(cluster: string): ReadonlyArray<{
    readonly pod: ClusterPod;
    readonly resource: string;
    readonly devices: Devices;
    /** Share of a physical device that a unit is. */
    readonly share: number;
  }> {
    const view = this.#viewOf(cluster);
    if (!view?.activity) return [];
    return view.activity.activity.pods.flatMap(
      ({ namespace, name, devices }) => {
        const pod = view.state.pods.get(`${namespace}/${name}`);
        const node = pod?.node && view.state.node(pod.node)?.node;
        if (!pod || !node) return [];
        const resources = Object.entries(
          this.#registry.counted(pod.shape.requests),
        ).filter(([, amount]) => amount > 0);
        // Which of its devices are of which resource nothing says.
        const [[resource] = ['']] = resources.length === 1 ? resources : [];
        return [
          {
            pod,
            resource,
            devices,
            share: devicesPerUnit(resource, node, this.#registry) ?? 1,
          },
        ];
      },
    );
  }
}
