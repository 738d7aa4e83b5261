import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/** Something that is asked again and again for what happened since. */
export interface FactSource {
  /** CloudEvents source of its facts. */
  readonly id: string;
  /**
   * Reads on from a cursor that an earlier poll returned. Facts have ids that follow from what happened, so a poll that is
   * repeated, because its cursor could not be kept, changes nothing.
   */
  poll(cursor: string | undefined): Promise<{
    readonly facts: readonly PlatformFact[];
    readonly cursor: string;
  }>;
}
