import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { PlatformFactsSink } from '@fairway/plugin-platform-scorecard-node';
import type { FactIngest } from './FactIngest';

/** Stores what other plugins of this process report. */
export class IngestSink implements PlatformFactsSink {
  static create(options: {
    readonly ingest: FactIngest;
    readonly logger: LoggerService;
  }): IngestSink {
    return new IngestSink(options.ingest, options.logger);
  }

  readonly #ingest: FactIngest;
  readonly #logger: LoggerService;

  private constructor(ingest: FactIngest, logger: LoggerService) {
    this.#ingest = ingest;
    this.#logger = logger;
  }

  async accept(facts: readonly PlatformFact[]): Promise<void> {
    const { rejected } = await this.#ingest.ingest(facts);
    for (const { index, reason } of rejected) {
      const { source, id } = facts[index];
      this.#logger.warn(`A fact of ${source} is left out: ${id}: ${reason}`);
    }
  }
}
