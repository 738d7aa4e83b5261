import { firstRefusal } from '../fit/filters';
import { usageSeenBy } from '../fit/fitNode';
import { wantedAmounts } from '../fit/wantedAmounts';
import type { ClusterPod, PodShape } from '../model';
import { usageWith, type NodeState } from '../state';

/** Where a pod would go. @public */
export interface Move {
  readonly pod: ClusterPod;
  readonly to: string;
}

type Placed = ReadonlyMap<string, readonly ClusterPod[]>;

/**
 * Looks for places for several pods at once. Exact as long as the effort lasts: every combination is tried.
 */
export class RefitSearch {
  static create(options: {
    readonly nodes: readonly NodeState[];
    /** How many placements may be tried in all. */
    readonly effort: number;
  }): RefitSearch {
    return new RefitSearch(options.nodes, options.effort);
  }

  readonly #nodes: readonly NodeState[];
  readonly #having = new Map<string, readonly NodeState[]>();
  readonly #takers = new Map<PodShape, readonly NodeState[]>();
  #effort: number;

  private constructor(nodes: readonly NodeState[], effort: number) {
    this.#nodes = nodes;
    this.#effort = effort;
  }

  /** Whether it stopped before all was tried. */
  get isExhausted(): boolean {
    return this.#effort <= 0;
  }

  /** Places for all of the pods on other nodes than `leaving`, or `undefined` where there are none. */
  find(
    pods: readonly ClusterPod[],
    leaving: string,
  ): readonly Move[] | undefined {
    // The pod with the fewest places first: it decides soonest.
    const ordered = [...pods].sort(
      (a, b) => this.#takersOf(a).length - this.#takersOf(b).length,
    );
    return this.#place(ordered, leaving, [], new Map());
  }

  #place(
    pods: readonly ClusterPod[],
    leaving: string,
    moves: readonly Move[],
    placed: Placed,
  ): readonly Move[] | undefined {
    const [pod, ...others] = pods;
    if (!pod) return moves;
    for (const state of this.#takersOf(pod)) {
      const { name } = state.node;
      if (name === leaving) continue;
      if (this.#effort <= 0) return undefined;
      this.#effort -= 1;
      const guests = placed.get(name) ?? [];
      if (guests.length > 0 && !takesAlso(pod, state, guests)) continue;
      const found = this.#place(
        others,
        leaving,
        [...moves, { pod, to: name }],
        new Map(placed).set(name, [...guests, pod]),
      );
      if (found) return found;
    }
    return undefined;
  }

  /** Nodes that have the first extended resource that a shape asks for: few nodes of a large cluster do. */
  #nodesFor(shape: PodShape): readonly NodeState[] {
    const resource = wantedAmounts(shape).find(wanted =>
      wanted.resource.includes('/'),
    )?.resource;
    if (resource === undefined) return this.#nodes;
    const known = this.#having.get(resource);
    if (known) return known;
    const having = this.#nodes.filter(
      ({ node }) => (node.allocatable[resource] ?? 0) > 0,
    );
    this.#having.set(resource, having);
    return having;
  }

  /** Nodes that take the pod as they are. */
  #takersOf({ shape }: ClusterPod): readonly NodeState[] {
    const known = this.#takers.get(shape);
    if (known) return known;
    const takers = this.#nodesFor(shape).filter(
      state => !firstRefusal(shape, state.node, usageSeenBy(shape, state)),
    );
    this.#takers.set(shape, takers);
    return takers;
  }
}

function takesAlso(
  pod: ClusterPod,
  state: NodeState,
  guests: readonly ClusterPod[],
): boolean {
  const usage = guests.reduce(
    (sum, guest) => usageWith(sum, guest.shape),
    usageSeenBy(pod.shape, state),
  );
  return !firstRefusal(pod.shape, state.node, usage);
}
