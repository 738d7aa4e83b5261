import { setTimeout as delay } from 'node:timers/promises';
import {
  podKey,
  type AcceleratorRegistry,
  type ClusterPod,
  type ClusterState,
  type HeldUse,
  type HoldingPod,
  type PodActivity,
} from '@fairway/plugin-gpu-capacity-common';
import type {
  ClusterActivity,
  DeviceMetrics,
} from '../prometheus/DeviceMetrics';

const MAX_AGE_MS = 30_000;
const HOLDING = ['held', 'releasing'];

/** What the held devices of a cluster did in the last window, as far as anything reports it. */
export interface KnownActivity {
  readonly activity: ClusterActivity | undefined;
  /** The same function as long as the activity is the same one. */
  readonly useOf: (pod: ClusterPod, resource: string) => HeldUse;
  readonly devicesOf: (pod: ClusterPod) => PodActivity['devices'];
}

const NOT_MEASURED: HeldUse = { busy: 0, idle: 0 };

/** Asks for metrics in the background: nobody who opens a page waits for Prometheus. */
export class ActivityRefresher {
  readonly #cluster: string;
  readonly #state: ClusterState;
  readonly #registry: AcceleratorRegistry;
  readonly #metrics: Pick<DeviceMetrics, 'activity'>;
  #known: KnownActivity = {
    activity: undefined,
    useOf: () => NOT_MEASURED,
    devicesOf: () => [],
  };
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  constructor(options: {
    readonly cluster: string;
    readonly state: ClusterState;
    readonly registry: AcceleratorRegistry;
    readonly metrics: Pick<DeviceMetrics, 'activity'>;
  }) {
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#registry = options.registry;
    this.#metrics = options.metrics;
  }

  /** What is known, without asking: who holds what must be known before that makes sense. */
  get known(): KnownActivity {
    return this.#known;
  }

  /** What is known now; asks anew where that is old. */
  current(now: number = Date.now()): KnownActivity {
    if (now - this.#askedAt >= MAX_AGE_MS) this.refresh(now);
    return this.#known;
  }

  /** Waits for the first answer, but not for longer than that. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    if (this.#known.activity) return;
    const timeout = new AbortController();
    await Promise.race([
      this.refresh(),
      delay(options.timeoutMs, undefined, { signal: timeout.signal }).catch(
        () => {},
      ),
    ]);
    timeout.abort();
  }

  /** Asks anew; ends when the answer is there. */
  refresh(now: number = Date.now()): Promise<void> {
    this.#askedAt = now;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const activity = await this.#metrics.activity(
      this.#cluster,
      this.#holdingPods(),
    );
    const byPod = new Map(
      activity.activity.pods.map(pod => [podKey(pod), pod]),
    );
    this.#known = {
      activity,
      useOf: (pod, resource) =>
        this.#useOf(byPod.get(podKey(pod)), pod, resource),
      devicesOf: pod => byPod.get(podKey(pod))?.devices ?? [],
    };
  }

  #useOf(
    activity: PodActivity | undefined,
    pod: ClusterPod,
    resource: string,
  ): HeldUse {
    // Which of its devices are of which resource nothing says.
    const isOnly = Object.entries(this.#registry.counted(pod.shape.requests))
      .filter(([, amount]) => amount > 0)
      .every(([name]) => name === resource);
    if (!activity || !isOnly) return NOT_MEASURED;
    const count = (state: 'busy' | 'idle') =>
      activity.devices.filter(device => device.state === state).length;
    return { busy: count('busy'), idle: count('idle') };
  }

  #holdingPods(): readonly HoldingPod[] {
    const pods: HoldingPod[] = [];
    for (const { pods: held } of this.#state.nodes()) {
      for (const pod of held.values()) {
        if (!HOLDING.includes(pod.holding)) continue;
        const units = this.#unitsOf(pod);
        const claims = Object.values(pod.claimNames);
        if (units === 0 && claims.length === 0) continue;
        pods.push({
          namespace: pod.namespace,
          name: pod.name,
          units: Math.max(units, claims.length),
          claims,
          shared: this.#isShared(pod),
          ...(pod.startedAt !== undefined && {
            startedAtSeconds: pod.startedAt / 1000,
          }),
        });
      }
    }
    return pods;
  }

  #unitsOf({ shape }: ClusterPod): number {
    return Object.values(this.#registry.counted(shape.requests)).reduce(
      (sum, amount) => sum + amount,
      0,
    );
  }

  #isShared({ shape }: ClusterPod): boolean {
    return Object.keys(shape.requests).some(
      resource => this.#registry.kindOf(resource) === 'shared',
    );
  }
}
