import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ControlPlane } from './ControlPlane';
import type { PromotionKey, PromotionReader } from './PromotionReader';

/** So many are read each time, and of these so many at once. */
const MAX_READS = 40;
const PARALLEL = 8;

interface Observed extends Pick<ControlPlane, 'name'> {
  readonly observations: Pick<ControlPlane['observations'], 'promotions'>;
}

/** Looks at running promotions now and then, of which the watches know the rows only, so that what their steps say is seen. */
export class RunningPromotions {
  readonly #listControlPlanes: () => readonly Observed[];
  readonly #reader: Pick<PromotionReader, 'read'>;
  readonly #logger: LoggerService;
  /** When each was last looked at, so that all have their turn. */
  #lookedAt: ReadonlyMap<string, number> = new Map();

  constructor(options: {
    readonly listControlPlanes: () => readonly Observed[];
    readonly reader: Pick<PromotionReader, 'read'>;
    readonly logger: LoggerService;
  }) {
    this.#listControlPlanes = options.listControlPlanes;
    this.#reader = options.reader;
    this.#logger = options.logger;
  }

  async look(now: Date): Promise<void> {
    const running = this.#running();
    const lookedAt = (key: PromotionKey) =>
      this.#lookedAt.get(textOf(key)) ?? 0;
    const next = [...running]
      .sort((a, b) => lookedAt(a) - lookedAt(b))
      .slice(0, MAX_READS);
    this.#lookedAt = new Map([
      ...running.map(key => [textOf(key), lookedAt(key)] as const),
      ...next.map(key => [textOf(key), now.getTime()] as const),
    ]);
    for (let start = 0; start < next.length; start += PARALLEL) {
      await Promise.all(
        next.slice(start, start + PARALLEL).map(key => this.#read(key)),
      );
    }
  }

  #running(): PromotionKey[] {
    const found: PromotionKey[] = [];
    for (const { name, observations } of this.#listControlPlanes()) {
      for (const row of observations.promotions.snapshot().items.values()) {
        if (row.phase === 'Running') {
          found.push({
            controlPlane: name,
            project: row.project,
            name: row.name,
          });
        }
      }
    }
    return found;
  }

  /** One that cannot be read now is read the next time. */
  async #read(key: PromotionKey): Promise<void> {
    try {
      await this.#reader.read(key);
    } catch (error) {
      this.#logger.debug(
        `The running promotion ${key.name} was not looked at: ${
          toError(error).message
        }`,
      );
    }
  }
}

function textOf({ controlPlane, project, name }: PromotionKey): string {
  return `${controlPlane}/${project}/${name}`;
}
