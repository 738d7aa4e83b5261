import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/**
 * Where facts end up.
 *
 * @public
 */
export interface PlatformFactsSink {
  /**
   * Stores facts. A rejected promise means "not now": the same facts are offered again later, so a sink must settle
   * for good what is wrong with a single fact.
   */
  accept(facts: readonly PlatformFact[]): Promise<void>;
}

/**
 * Lets the scorecard backend take the facts of all plugins.
 *
 * @public
 */
export interface PlatformFactsSinkService {
  /** Connects the one sink of this process; throws where there is one already. */
  connect(sink: PlatformFactsSink): void;
}
