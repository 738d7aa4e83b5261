import type { ResourceChange } from '@fairway/kubernetes-resources';
import {
  nodeScopeMatches,
  podKey,
  type AllocationState,
  type ClusterState,
  type DeviceInventory,
  type DeviceTaintRule,
  type NodeScope,
  type ResourceClaim,
  type ResourceSlice,
} from '@fairway/plugin-gpu-capacity-common';

/** What changed of a kind; `undefined` where all of it may be different. */
export type Changes<T> = ReadonlyArray<ResourceChange<T>> | undefined;

interface PoolId {
  readonly driver: string;
  readonly pool: string;
}

/** Keeps in mind of which pools of devices something changed, to tell which nodes that concerns. */
export class ChangedDevices {
  readonly #pools = new Set<string>();
  readonly #pods = new Set<string>();
  #rules: DeviceTaintRule[] = [];
  #isAll = true;

  noteSlices(changes: Changes<ResourceSlice>): void {
    this.#note(changes, ({ driver, pool }) => [{ driver, pool: pool.name }]);
  }

  noteClaims(changes: Changes<ResourceClaim>): void {
    this.#note(changes, ({ allocation }) => allocation?.devices ?? []);
  }

  noteRules(changes: Changes<DeviceTaintRule>): void {
    if (!changes) this.#isAll = true;
    for (const { before, after } of changes ?? []) {
      this.#rules.push(...[before, after].filter(rule => rule !== undefined));
    }
  }

  /** What a pod does counts for the devices that it has by claims, wherever they are. */
  notePod(key: string): void {
    this.#pods.add(key);
  }

  /**
   * Names of the nodes that can reach, or could reach, devices of which something changed since this was asked last.
   *
   * @param options - `inventories`: the present one and the one when this was asked last
   */
  take(options: {
    readonly inventories: readonly DeviceInventory[];
    readonly allocation: AllocationState;
    readonly nodes: () => ReturnType<ClusterState['nodes']>;
  }): ReadonlySet<string> {
    this.#notePoolsOfPods(options.allocation);
    if (!this.#isAll && this.#pools.size + this.#rules.length === 0) {
      return new Set();
    }
    const scopes = new Set(
      options.inventories.flatMap(({ pools }) =>
        pools
          .filter(({ driver, name: pool }) => this.#concerns({ driver, pool }))
          .flatMap(({ devices }) => devices.map(({ nodes }) => nodes)),
      ),
    );
    this.#isAll = false;
    this.#pools.clear();
    this.#rules = [];
    return reachedBy(scopes, options.nodes);
  }

  #note<T>(
    changes: Changes<T>,
    poolsOf: (object: T) => readonly PoolId[],
  ): void {
    if (!changes) this.#isAll = true;
    for (const { before, after } of changes ?? []) {
      for (const object of [before, after]) {
        if (object === undefined) continue;
        for (const id of poolsOf(object)) this.#pools.add(keyOf(id));
      }
    }
  }

  #notePoolsOfPods({ heldDevices }: AllocationState): void {
    if (this.#pods.size === 0) return;
    for (const { id, holders } of heldDevices) {
      const isConcerned = holders.some(({ namespace, consumers }) =>
        consumers.some(({ name }) =>
          this.#pods.has(podKey({ namespace, name })),
        ),
      );
      if (isConcerned) this.#pools.add(keyOf(id));
    }
    this.#pods.clear();
  }

  #concerns(id: PoolId): boolean {
    return (
      this.#isAll ||
      this.#pools.has(keyOf(id)) ||
      this.#rules.some(
        ({ selector }) =>
          (selector?.driver ?? id.driver) === id.driver &&
          (selector?.pool ?? id.pool) === id.pool,
      )
    );
  }
}

function keyOf({ driver, pool }: PoolId): string {
  return JSON.stringify([driver, pool]);
}

function reachedBy(
  scopes: ReadonlySet<NodeScope>,
  nodes: () => ReturnType<ClusterState['nodes']>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const shared: NodeScope[] = [];
  for (const scope of scopes) {
    if (scope.kind === 'node') names.add(scope.nodeName);
    else shared.push(scope);
  }
  if (shared.length > 0) {
    for (const { node } of nodes()) {
      if (shared.some(scope => nodeScopeMatches(scope, node))) {
        names.add(node.name);
      }
    }
  }
  return names;
}
