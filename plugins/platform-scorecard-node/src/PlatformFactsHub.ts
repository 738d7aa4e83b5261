import type {
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { PlatformFactsService } from './PlatformFactsService';
import type {
  PlatformFactsSink,
  PlatformFactsSinkService,
} from './PlatformFactsSink';

/** Facts that wait for the sink; at about 1 kB each this is some 10 MB. */
const QUEUE_LIMIT = 10_000;
const DELIVERY_BATCH = 500;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Carries facts from all plugins of a process to its one sink.
 *
 * Until all plugins have started, a sink may still come, so facts wait. A sink that refuses, because its database
 * is away, is tried again with back-off, and facts keep waiting in order. Facts are only ever lost when the queue is
 * full (the newest are dropped, with a warning), when the process ends, or when no sink is installed.
 */
export class PlatformFactsHub
  implements PlatformFactsService, PlatformFactsSinkService
{
  static create(options: {
    readonly logger: LoggerService;
    readonly lifecycle: RootLifecycleService;
  }): PlatformFactsHub {
    const hub = new PlatformFactsHub(options.logger);
    options.lifecycle.addStartupHook(() => hub.#settle());
    options.lifecycle.addShutdownHook(() => hub.#stop());
    return hub;
  }

  readonly #logger: LoggerService;
  #queue: PlatformFact[] = [];
  #sink: PlatformFactsSink | undefined;
  #startedWithoutSink = false;
  #delivery: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;
  #overflowing = false;
  #stopped = false;

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  publish(facts: readonly PlatformFact[]): void {
    if (!this.#sink && this.#startedWithoutSink) {
      return;
    }
    const room = Math.max(0, QUEUE_LIMIT - this.#queue.length);
    this.#queue.push(...facts.slice(0, room));
    if (facts.length > room && !this.#overflowing) {
      this.#overflowing = true;
      this.#logger.warn(
        `${QUEUE_LIMIT} facts wait for the platform scorecard; further ones are dropped until it takes them`,
      );
    }
    this.#deliver();
  }

  connect(sink: PlatformFactsSink): void {
    if (this.#sink) {
      throw new ConflictError('The platform facts have a sink already');
    }
    this.#sink = sink;
    this.#deliver();
  }

  #settle(): void {
    if (!this.#sink) {
      this.#startedWithoutSink = true;
      this.#logger.debug(
        `The platform scorecard is not installed: ${
          this.#queue.length
        } facts and all later ones are dropped`,
      );
      this.#queue = [];
    }
  }

  async #stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    // One last try, so that facts published during shutdown are not lost without need.
    this.#deliver();
    await this.#delivery;
  }

  #deliver(): void {
    const sink = this.#sink;
    if (!sink || this.#delivery || this.#retry || this.#queue.length === 0) {
      return;
    }
    this.#delivery = this.#drain(sink);
  }

  async #drain(sink: PlatformFactsSink): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, DELIVERY_BATCH);
      try {
        await sink.accept(batch);
      } catch (error) {
        this.#retryLater(toError(error));
        break;
      }
      this.#queue.splice(0, batch.length);
      this.#retryMs = FIRST_RETRY_MS;
      this.#overflowing = false;
    }
    // In the same tick as the last look at the queue, so that no fact slips in between.
    this.#delivery = undefined;
  }

  #retryLater(error: Error): void {
    if (this.#stopped) {
      this.#logger.warn(
        `${this.#queue.length} facts could not be delivered before shutdown: ${
          error.message
        }`,
      );
      return;
    }
    this.#logger.debug(
      `${this.#queue.length} facts wait ${this.#retryMs} ms more: ${
        error.message
      }`,
    );
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#deliver();
    }, this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }
}
