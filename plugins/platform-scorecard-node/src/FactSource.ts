import type { HumanDuration } from '@backstage/types';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/**
 * What one poll of a source has brought.
 *
 * @public
 */
export interface FactSourcePage {
  readonly facts: readonly PlatformFact[];
  /** Where the next poll goes on; known to the source only. It is kept once the facts are. */
  readonly cursor: string;
  /** There is more to be had at once, as in a backfill. Default: no. */
  readonly more?: boolean;
}

/**
 * How a source is, though it can be polled.
 *
 * @public
 */
export type FactSourceHealth =
  | { readonly status: 'good' }
  /** `reason`: which part cannot be read, in a sentence for readers of the scorecard. */
  | { readonly status: 'partial'; readonly reason: string };

/**
 * Something that is asked again and again for what happened since.
 *
 * @public
 */
export interface FactSource {
  /** CloudEvents source of its facts. Nobody else may send facts under it. */
  readonly id: string;
  /** How often it is polled. Default: every minute. */
  readonly interval?: HumanDuration;
  /** What the numbers miss while it cannot be read, for the end of a sentence. */
  readonly consequence?: string;
  /**
   * Reads on from a cursor that an earlier poll returned. Facts have ids that follow from what happened, so a poll that is
   * repeated, because its cursor could not be kept, changes nothing.
   */
  poll(cursor: string | undefined): Promise<FactSourcePage>;
  /**
   * Listens for signs that something happened, and wakes the poll. What is heard is never taken for a fact: events are
   * lost and rolled back.
   */
  subscribe?(wake: () => void): Promise<void>;
  /** Asked after each poll that worked. Default: good. */
  health?(): Promise<FactSourceHealth>;
}
