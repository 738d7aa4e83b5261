import {
  frequentShapes,
  recordShape,
  type AcceleratorRegistry,
  type ClusterState,
  type LedgerContext,
  type PodShape,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { rememberedUnits } from './rememberedUnits';

/** How long a look at all pods is good for: shapes come and go slowly. */
const MAX_AGE_MS = 30_000;

/** Each shape is tried on each node. */
const MAX_SHAPES = 50;

interface Demand {
  /** Shapes of the pods that are there. */
  readonly present: readonly ShapeDemand[];
  /** With those that were seen before: the frequent ones. */
  readonly shapes: readonly ShapeDemand[];
  /** The same function as long as the shapes are the same ones. */
  readonly usableUnits: LedgerContext['usableUnits'];
}

/** Says which shapes were seen in a cluster, by the number of pods. */
export type SeenShapesOf = () => readonly ShapeDemand[];

/** Which shapes with accelerators the pods of a cluster have, and had. */
export class ClusterDemand {
  readonly #state: ClusterState;
  readonly #registry: AcceleratorRegistry;
  readonly #seen: SeenShapesOf;
  readonly #isConcerned = new WeakMap<PodShape, boolean>();
  readonly #texts = new WeakMap<PodShape, string>();
  #demand: Demand = { present: [], shapes: [], usableUnits: undefined };
  #readAt = -Infinity;

  /** @param options - `seen`: what is remembered; nothing by default */
  constructor(options: {
    readonly state: ClusterState;
    readonly registry: AcceleratorRegistry;
    readonly seen?: SeenShapesOf;
  }) {
    this.#state = options.state;
    this.#registry = options.registry;
    this.#seen = options.seen ?? (() => []);
  }

  current(now: number = Date.now()): Demand {
    if (now - this.#readAt < MAX_AGE_MS) return this.#demand;
    const present = this.#read();
    const shapes = frequentShapes(this.#joined(present), {
      maxShapes: MAX_SHAPES,
    });
    if (this.#state.pods.size > 0) this.#readAt = now;
    const isSame =
      this.#demand.usableUnits !== undefined &&
      this.#keyOf(shapes) === this.#keyOf(this.#demand.shapes);
    this.#demand = {
      present,
      shapes,
      usableUnits: isSame
        ? this.#demand.usableUnits
        : rememberedUnits(shapes.map(({ shape }) => shape)),
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

  /** What is there counts once more beside what was seen: it may have come just now. */
  #joined(present: readonly ShapeDemand[]): readonly ShapeDemand[] {
    const joined = new Map<string, ShapeDemand>();
    for (const { shape, weight } of [...present, ...this.#seen()]) {
      if (!this.#concerns(shape)) continue;
      const text = this.#textOf(shape);
      const known = joined.get(text);
      joined.set(text, {
        shape: known?.shape ?? shape,
        weight: (known?.weight ?? 0) + weight,
      });
    }
    return [...joined.values()];
  }

  #keyOf(shapes: readonly ShapeDemand[]): string {
    return JSON.stringify(
      shapes.map(({ shape }) => this.#textOf(shape)).sort(),
    );
  }

  #textOf(shape: PodShape): string {
    const known = this.#texts.get(shape);
    if (known !== undefined) return known;
    const text = recordShape(shape) ?? JSON.stringify(shape);
    this.#texts.set(shape, text);
    return text;
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
