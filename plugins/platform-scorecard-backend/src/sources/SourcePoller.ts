import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { PlatformFactStore, SourceState } from '../database';
import type { FactIngest } from '../services/FactIngest';

/** Less than the task has, so that a backfill goes on in the next one instead of being cut off. */
const LONGEST_MS = 4 * 60 * 1000;

/** Polls a source, stores what it tells, and keeps its cursor and its health. */
export class SourcePoller {
  static create(options: {
    readonly source: FactSource;
    readonly store: PlatformFactStore;
    readonly ingest: FactIngest;
    readonly logger: LoggerService;
    readonly now?: () => number;
  }): SourcePoller {
    return new SourcePoller(options);
  }

  readonly #options: Parameters<typeof SourcePoller.create>[0];
  readonly #now: () => number;

  private constructor(options: Parameters<typeof SourcePoller.create>[0]) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Never throws on account of the source: its failure becomes its state. */
  async poll(): Promise<void> {
    const { source, store, logger } = this.#options;
    const until = this.#now() + LONGEST_MS;
    let state = await store.getSourceState(source.id);
    try {
      let more = true;
      while (more && this.#now() < until) {
        const page = await this.#readOn(state);
        ({ state, more } = page);
        await store.saveSourceState(state);
      }
    } catch (error) {
      const { message } = toError(error);
      if (message !== state?.error) {
        logger.warn(`The source ${source.id} cannot be read: ${message}`);
      }
      await store.saveSourceState({
        ...state,
        source: source.id,
        error: message,
      });
    }
  }

  async #readOn(
    before: SourceState | undefined,
  ): Promise<{ readonly state: SourceState; readonly more: boolean }> {
    const { source, ingest, logger } = this.#options;
    const { facts, cursor, more = false } = await source.poll(before?.cursor);
    const report = await ingest.ingest(facts);
    for (const { index, reason } of report.rejected) {
      logger.warn(
        `The source ${source.id} gave a fact that is left out: ${facts[index].id}: ${reason}`,
      );
    }
    const health = await source.health?.();
    const now = this.#now();
    return {
      // A source that stands still has nothing more, whatever it says.
      more: more && cursor !== before?.cursor,
      state: {
        source: source.id,
        cursor,
        lastOkAt: now,
        lagMs: report.accepted > 0 ? lag(facts, now) : before?.lagMs,
        partial: health?.status === 'partial' ? health.reason : undefined,
      },
    };
  }
}

function lag(facts: readonly PlatformFact[], now: number): number {
  const newest = facts.reduce(
    (latest, { time }) => Math.max(latest, Date.parse(time)),
    Number.NEGATIVE_INFINITY,
  );
  return Math.max(0, now - newest);
}
