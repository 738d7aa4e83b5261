import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  frequentShapes,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { PERIOD_MS, periodStart } from './periods';
import type { ShapeStore } from './ShapeStore';

/** How long shapes count as demand after they were seen. */
const SEEN_DAYS = 30;

/** Each shape is tried on each node. */
const MAX_SHAPES = 50;

/** Which shapes with accelerators were seen in 30 days: the demand by which free devices are usable or stranded. */
export class SeenShapes {
  readonly #store: ShapeStore;
  readonly #logger: LoggerService;
  #byCluster: ReadonlyMap<string, readonly ShapeDemand[]> = new Map();

  constructor(options: {
    readonly store: ShapeStore;
    readonly logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Reads them again; what was known stays where that fails. */
  async refresh(now: number): Promise<void> {
    try {
      const byCluster = await this.#store.since(
        periodStart('day', now) - (SEEN_DAYS - 1) * PERIOD_MS.day,
      );
      this.#byCluster = new Map(
        [...byCluster].map(([cluster, shapes]) => [
          cluster,
          frequentShapes(shapes, { maxShapes: MAX_SHAPES }),
        ]),
      );
    } catch (error) {
      this.#logger.warn(
        'The shapes that were seen could not be read',
        toError(error),
      );
    }
  }

  /** The most frequent first; the same list until it is read again. Empty where none was recorded. */
  of(cluster: string): readonly ShapeDemand[] {
    return this.#byCluster.get(cluster) ?? [];
  }
}
