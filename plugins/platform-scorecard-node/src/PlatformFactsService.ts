import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/**
 * How backend plugins tell the scorecard what happened.
 *
 * @public
 */
export interface PlatformFactsService {
  /**
   * Reports facts. Never throws and never waits for the scorecard: a fact is delivered once the scorecard has started,
   * and dropped with a debug line where none is installed. Facts with a known `source` and `id` change nothing.
   */
  publish(facts: readonly PlatformFact[]): void;
}
