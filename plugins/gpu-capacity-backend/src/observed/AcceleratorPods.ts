import {
  asksForAccelerators,
  pieceNameOf,
  podOwners,
  type AcceleratorRegistry,
  type ClusterPod,
  type WorkloadRef,
} from '@fairway/plugin-gpu-capacity-common';

const NONE: ReadonlyMap<string, ClusterPod> = new Map();

/**
 * The few pods of a cluster that are about accelerators, by whom they belong to: those that ask for them, and those that
 * run beside such pods. Kept change by change, so that nobody looks at all pods to find them.
 */
export class AcceleratorPods {
  readonly #registry: AcceleratorRegistry;
  readonly #pods = new Map<string, ClusterPod>();
  readonly #byOwner = new Map<string, Map<string, ClusterPod>>();

  constructor(registry: AcceleratorRegistry) {
    this.#registry = registry;
  }

  /** By `namespace/name`. */
  get all(): ReadonlyMap<string, ClusterPod> {
    return this.#pods;
  }

  /** Pods that say that they belong to an object. */
  ownedBy(
    owner: Omit<WorkloadRef, 'apiVersion'>,
  ): ReadonlyMap<string, ClusterPod> {
    return this.#byOwner.get(ownerKey(owner)) ?? NONE;
  }

  put(key: string, pod: ClusterPod): void {
    this.remove(key);
    if (
      !asksForAccelerators(pod.shape, this.#registry) &&
      pieceNameOf(pod.labels) === undefined
    ) {
      return;
    }
    this.#pods.set(key, pod);
    for (const owner of podOwners(pod)) {
      const owned = this.#byOwner.get(ownerKey(owner)) ?? new Map();
      owned.set(key, pod);
      this.#byOwner.set(ownerKey(owner), owned);
    }
  }

  remove(key: string): void {
    const pod = this.#pods.get(key);
    if (!pod) return;
    this.#pods.delete(key);
    for (const owner of podOwners(pod)) {
      const owned = this.#byOwner.get(ownerKey(owner));
      owned?.delete(key);
      if (owned?.size === 0) this.#byOwner.delete(ownerKey(owner));
    }
  }
}

function ownerKey({
  namespace,
  kind,
  name,
}: Omit<WorkloadRef, 'apiVersion'>): string {
  return `${namespace}/${kind}/${name}`;
}
