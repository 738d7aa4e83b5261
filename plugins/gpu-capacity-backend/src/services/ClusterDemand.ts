import {
  usableUnits,
  type AcceleratorRegistry,
  type ClusterState,
  type LedgerContext,
  type PodShape,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';

/** How long a look at all pods is good for: shapes come and go slowly. */
const MAX_AGE_MS = 30_000;

interface Demand {
  readonly shapes: readonly ShapeDemand[];
  /** The same function as long as the shapes are the same ones. */
  readonly usableUnits: LedgerContext['usableUnits'];
}

/** Which shapes with accelerators the pods of a cluster have. */
export class ClusterDemand {
  readonly #state: ClusterState;
  readonly #registry: AcceleratorRegistry;
  readonly #isConcerned = new WeakMap<PodShape, boolean>();
  #demand: Demand = { shapes: [], usableUnits: undefined };
  #readAt = -Infinity;

  constructor(options: {
    readonly state: ClusterState;
    readonly registry: AcceleratorRegistry;
  }) {
    this.#state = options.state;
    this.#registry = options.registry;
  }

  current(now: number = Date.now()): Demand {
    if (now - this.#readAt < MAX_AGE_MS) return this.#demand;
    const shapes = this.#read();
    if (this.#state.pods.size > 0) this.#readAt = now;
    const isSame =
      shapes.length === this.#demand.shapes.length &&
      shapes.every(
        ({ shape }, index) => shape === this.#demand.shapes[index].shape,
      );
    this.#demand = {
      shapes,
      usableUnits: isSame
        ? this.#demand.usableUnits
        : (state, resource) =>
            usableUnits(
              state,
              resource,
              shapes.map(({ shape }) => shape),
            ),
    };
    return this.#demand;
  }

  #read(): readonly ShapeDemand[] {
    const weights = new Map<PodShape, number>();
    for (const { shape } of this.#state.pods.values()) {
      if (this.#concerns(shape)) {
        weights.set(shape, (weights.get(shape) ?? 0) + 1);
      }
    }
    return [...weights].map(([shape, weight]) => ({ shape, weight }));
  }

  #concerns(shape: PodShape): boolean {
    const known = this.#isConcerned.get(shape);
    if (known !== undefined) return known;
    const concerned = Object.entries(shape.requests).some(
      ([resource, amount]) => amount > 0 && this.#registry.isCounted(resource),
    );
    this.#isConcerned.set(shape, concerned);
    return concerned;
  }
}
