import type {
  Clock,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import { timeText } from '../clock/durations';
import type { Amounts } from './quantities';
import { addAmounts, quantityValue, requestsOf } from './quantities';
import type { Node, Pod } from './workloadSchemas';
import { nodeSchema, podSchema } from './workloadSchemas';

const FINISHED = ['Succeeded', 'Failed'];

function tolerates(pod: Pod, taint: Node['spec']['taints'][number]): boolean {
  return pod.spec.tolerations.some(
    toleration =>
      (toleration.key === undefined || toleration.key === taint.key) &&
      (toleration.operator === 'Exists' || toleration.value === taint.value) &&
      (toleration.effect === undefined || toleration.effect === taint.effect),
  );
}

function accepts(node: Node, pod: Pod): boolean {
  return (
    !node.spec.unschedulable &&
    Object.entries(pod.spec.nodeSelector).every(
      ([key, value]) => node.metadata.labels[key] === value,
    ) &&
    node.spec.taints
      .filter(taint => taint.effect !== 'PreferNoSchedule')
      .every(taint => tolerates(pod, taint))
  );
}

function shortages(free: Amounts, wanted: Amounts): string[] {
  return Object.entries(wanted)
    .filter(([name, amount]) => amount > 0 && (free[name] ?? 0) < amount)
    .map(([name]) => name);
}

/**
 * Binds pending pods to the first node that takes them, and says on the others why there is none. It knows node
 * selectors, taints and requests; affinity, priorities and preemption it does not.
 */
export class Scheduler {
  readonly #store: ResourceStore;
  readonly #clock: Clock;

  constructor(options: {
    readonly store: ResourceStore;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  reconcile(): void {
    const pods = this.#store
      .list(builtInResources.pods)
      .map(object => podSchema.parse(object));
    const waiting = pods.filter(
      pod =>
        pod.spec.nodeName === undefined &&
        pod.spec.schedulingGates.length === 0 &&
        pod.metadata.deletionTimestamp === undefined &&
        !FINISHED.includes(pod.status.phase),
    );
    if (waiting.length === 0) {
      return;
    }
    const nodes = this.#store
      .list(builtInResources.nodes)
      .map(object => nodeSchema.parse(object))
      .map(node => ({ node, free: this.#free(node, pods) }));
    for (const pod of waiting) {
      const wanted = requestsOf(pod.spec.containers);
      const candidates = nodes.filter(({ node }) => accepts(node, pod));
      const target = candidates.find(
        ({ free }) => shortages(free, wanted).length === 0,
      );
      if (target) {
        target.free = addAmounts(target.free, wanted, -1);
        this.#bind(pod, target.node);
      } else {
        const short = new Set(
          candidates.flatMap(({ free }) => shortages(free, wanted)),
        );
        this.#reject(pod, nodes.length, candidates.length, [...short]);
      }
    }
  }

  #free(node: Node, pods: readonly Pod[]): Amounts {
    const allocatable = Object.fromEntries(
      Object.entries(node.status.allocatable).map(([name, quantity]) => [
        name,
        quantityValue(quantity),
      ]),
    );
    return pods
      .filter(
        pod =>
          pod.spec.nodeName === node.metadata.name &&
          !FINISHED.includes(pod.status.phase),
      )
      .reduce<Amounts>(
        (free, pod) => addAmounts(free, requestsOf(pod.spec.containers), -1),
        allocatable,
      );
  }

  #bind(pod: Pod, node: Node): void {
    const { namespace, name } = pod.metadata;
    this.#store.patch(
      builtInResources.pods,
      { namespace, name },
      { spec: { nodeName: node.metadata.name } },
    );
    this.#setScheduled(pod, {
      status: 'True',
      lastTransitionTime: timeText(this.#clock.now()),
    });
  }

  #reject(
    pod: Pod,
    nodes: number,
    candidates: number,
    short: readonly string[],
  ): void {
    const reasons = [
      ...(nodes > candidates
        ? [
            `${
              nodes - candidates
            } node(s) didn't match Pod's node affinity/selector or had untolerated taint(s)`,
          ]
        : []),
      ...short.map(resource => `${candidates} Insufficient ${resource}`),
    ];
    this.#setScheduled(pod, {
      status: 'False',
      reason: 'Unschedulable',
      message: `0/${nodes} nodes are available: ${reasons.join(', ')}.`,
      lastTransitionTime: pod.metadata.creationTimestamp,
    });
  }

  #setScheduled(pod: Pod, condition: Record<string, string>): void {
    const { namespace, name } = pod.metadata;
    this.#store.patch(
      builtInResources.pods,
      { namespace, name },
      { status: { conditions: [{ type: 'PodScheduled', ...condition }] } },
      { subresource: 'status' },
    );
  }
}
