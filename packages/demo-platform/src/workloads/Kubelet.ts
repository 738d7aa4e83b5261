import type { JsonObject } from '@backstage/types';
import type { ResourceStore } from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import type { DemoClock } from '../clock/DemoClock';
import { timeText } from '../clock/durations';
import type { SeededRandom } from '../clock/SeededRandom';
import type { Pod } from './workloadSchemas';
import { podSchema } from './workloadSchemas';

const START_MS = 2000;

/** Pods with this annotation come back under another name after that many seconds. */
const LIFETIME = 'demo.fairway.dev/lifetime-seconds';
/** Pods with this annotation are held in the state they were loaded with. */
const FROZEN = 'demo.fairway.dev/frozen';

function runningStatus(pod: Pod, now: string): JsonObject {
  return {
    phase: 'Running',
    startTime: now,
    podIP: '10.244.0.10',
    conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(
      type => ({ type, status: 'True', lastTransitionTime: now }),
    ),
    containerStatuses: pod.spec.containers.map(container => ({
      name: container.name,
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: now } },
    })),
  };
}

/** Starts bound pods, removes deleted ones and replaces those whose time is over. */
export class Kubelet {
  readonly #store: ResourceStore;
  readonly #clock: DemoClock;
  readonly #random: SeededRandom;

  constructor(options: {
    readonly store: ResourceStore;
    readonly clock: DemoClock;
    readonly random: SeededRandom;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
  }

  reconcile(): void {
    for (const object of this.#store.list(builtInResources.pods)) {
      const pod = podSchema.parse(object);
      if (pod.metadata.annotations[FROZEN] === undefined) {
        this.#act(pod);
      }
    }
  }

  #act(pod: Pod): void {
    const now = this.#clock.now();
    const { namespace, name, deletionTimestamp } = pod.metadata;
    if (deletionTimestamp !== undefined) {
      if (Date.parse(deletionTimestamp) <= now.getTime()) {
        this.#store.delete(
          builtInResources.pods,
          { namespace, name },
          { gracePeriodSeconds: 0 },
        );
      }
      return;
    }
    const ageMs = now.getTime() - Date.parse(pod.metadata.creationTimestamp);
    if (
      pod.status.phase === 'Pending' &&
      pod.spec.nodeName !== undefined &&
      ageMs >= this.#clock.scaled(START_MS)
    ) {
      this.#store.updateStatus(
        builtInResources.pods,
        { namespace, name },
        runningStatus(pod, timeText(now)),
      );
    }
    const lifetime = Number(pod.metadata.annotations[LIFETIME] ?? Infinity);
    if (ageMs >= this.#clock.scaled(lifetime * 1000)) {
      this.#replace(pod);
    }
  }

  #replace(pod: Pod): void {
    const { namespace, name, labels, annotations } = pod.metadata;
    const { nodeName: _nodeName, ...spec } = pod.spec;
    this.#store.delete(builtInResources.pods, { namespace, name });
    const base = name.replace(/-[0-9a-f]{5}$/, '');
    const suffix = this.#random.hex(
      5,
      'pod',
      name,
      pod.metadata.creationTimestamp,
    );
    this.#store.create(
      builtInResources.pods,
      JSON.parse(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: {
            name: `${base}-${suffix}`,
            namespace,
            labels,
            annotations,
          },
          spec,
        }),
      ),
    );
  }
}
