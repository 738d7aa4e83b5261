import type { ClusterNode, ClusterPod, PodShape } from '../model';
import { NO_USAGE, usageWith, type NodeUsage } from './NodeUsage';
import type { NodeState } from './NodeState';

/** A node as it is kept: its usage is a running sum. */
interface Entry {
  node: ClusterNode | undefined;
  readonly pods: Map<string, ClusterPod>;
  readonly extended: Map<string, ClusterPod>;
  usage: NodeUsage;
  readonly nominated: Map<string, ClusterPod>;
}

/**
 * Nodes and pods of a cluster, joined and kept joined change by change, so that nothing is added up anew when a pod
 * comes or goes.
 *
 * @public
 */
export class ClusterState {
  static create(): ClusterState {
    return new ClusterState();
  }

  /** The state in which some nodes and pods are. */
  static of(
    nodes: Iterable<ClusterNode>,
    pods: Iterable<ClusterPod> = [],
  ): ClusterState {
    const state = new ClusterState();
    for (const node of nodes) state.putNode(node);
    for (const pod of pods) state.putPod(keyOf(pod), pod);
    return state;
  }

  readonly #entries = new Map<string, Entry>();
  readonly #pods = new Map<string, ClusterPod>();
  readonly #unbound = new Map<string, ClusterPod>();
  readonly #changed = new Set<string>();

  private constructor() {}

  /** Nodes, with what is on them. Pods on a node that does not exist are nowhere. */
  *nodes(): Generator<NodeState> {
    for (const entry of this.#entries.values()) {
      if (isKnown(entry)) yield entry;
    }
  }

  node(name: string): NodeState | undefined {
    const entry = this.#entries.get(name);
    return entry && isKnown(entry) ? entry : undefined;
  }

  /** All pods, by `namespace/name`. */
  get pods(): ReadonlyMap<string, ClusterPod> {
    return this.#pods;
  }

  /** Pods that are bound to no node. */
  get unbound(): ReadonlyMap<string, ClusterPod> {
    return this.#unbound;
  }

  putNode(node: ClusterNode): void {
    this.#entry(node.name).node = node;
    this.#changed.add(node.name);
  }

  removeNode(name: string): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    entry.node = undefined;
    this.#changed.add(name);
    this.#forgetIfEmpty(name, entry);
  }

  putPod(key: string, pod: ClusterPod): void {
    this.removePod(key);
    this.#pods.set(key, pod);
    if (pod.node === undefined) this.#unbound.set(key, pod);
    if (pod.node !== undefined) {
      const entry = this.#entry(pod.node);
      entry.pods.set(key, pod);
      if (asksForExtended(pod.shape)) entry.extended.set(key, pod);
      entry.usage = usageWith(entry.usage, pod.shape);
      this.#changed.add(pod.node);
    } else if (pod.nominatedNode !== undefined) {
      this.#entry(pod.nominatedNode).nominated.set(key, pod);
      this.#changed.add(pod.nominatedNode);
    }
  }

  removePod(key: string): void {
    const pod = this.#pods.get(key);
    if (!pod) return;
    this.#pods.delete(key);
    this.#unbound.delete(key);
    const node = pod.node ?? pod.nominatedNode;
    const entry = node === undefined ? undefined : this.#entries.get(node);
    if (node === undefined || !entry) return;
    if (entry.pods.delete(key)) {
      entry.extended.delete(key);
      entry.usage =
        entry.pods.size === 0
          ? NO_USAGE
          : usageWith(entry.usage, pod.shape, -1);
    }
    entry.nominated.delete(key);
    this.#changed.add(node);
    this.#forgetIfEmpty(node, entry);
  }

  /** Says that something happened to a node that is not kept here, such as to its devices. */
  touch(node: string): void {
    this.#changed.add(node);
  }

  /** Names of the nodes that something happened to since this was asked last. */
  takeChangedNodes(): ReadonlySet<string> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }

  #entry(name: string): Entry {
    const known = this.#entries.get(name);
    if (known) return known;
    const entry: Entry = {
      node: undefined,
      pods: new Map(),
      extended: new Map(),
      usage: NO_USAGE,
      nominated: new Map(),
    };
    this.#entries.set(name, entry);
    return entry;
  }

  #forgetIfEmpty(name: string, entry: Entry): void {
    if (!entry.node && entry.pods.size === 0 && entry.nominated.size === 0) {
      this.#entries.delete(name);
    }
  }
}

function isKnown(entry: Entry): entry is Entry & NodeState {
  return entry.node !== undefined;
}

function keyOf({ namespace, name }: ClusterPod): string {
  return `${namespace}/${name}`;
}

const extended = new WeakMap<PodShape, boolean>();

/** Found out once for a shape, of which there are few. */
function asksForExtended(shape: PodShape): boolean {
  const known = extended.get(shape);
  if (known !== undefined) return known;
  const asks = Object.keys(shape.requests).some(name => name.includes('/'));
  extended.set(shape, asks);
  return asks;
}
