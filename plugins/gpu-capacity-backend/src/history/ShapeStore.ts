import type { ShapeDemand } from '@fairway/plugin-gpu-capacity-common';

/** Keeps which shapes of pods were seen, over restarts and for all replicas. */
export interface ShapeStore {
  /**
   * Notes shapes that were seen together. Of each it is kept how many pods at most had it at once on the day, so that
   * noting the same again changes nothing.
   *
   * @param day - start of the day, milliseconds since 1970
   */
  note(
    cluster: string,
    day: number,
    shapes: readonly ShapeDemand[],
  ): Promise<void>;

  /** Shapes by cluster, with the sum of their pods over the days. */
  since(day: number): Promise<ReadonlyMap<string, readonly ShapeDemand[]>>;

  deleteBefore(day: number): Promise<void>;
}
