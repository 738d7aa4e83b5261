import type { CapacityPeriod, Resolution } from './periods';

/** Keeps what accelerators did, over restarts and for all replicas. */
export interface HistoryStore {
  /** Adds samples; what is there already stays as it is. */
  add(samples: readonly CapacityPeriod[]): Promise<void>;

  /** Puts periods in the place of what is there. */
  put(
    resolution: Resolution,
    periods: readonly CapacityPeriod[],
  ): Promise<void>;

  /** In the order of time. Rows that cannot be read are left out. */
  find(
    resolution: Resolution,
    filter: {
      readonly pools?: readonly string[];
      /** Milliseconds since 1970; inclusive. */
      readonly from: number;
      /** Exclusive. */
      readonly until: number;
    },
  ): Promise<readonly CapacityPeriod[]>;

  /** Start of the first or last period of which something is known. */
  edge(
    which: 'first' | 'last',
    resolution: Resolution,
    pool?: string,
  ): Promise<number | undefined>;

  deleteBefore(resolution: Resolution, time: number): Promise<void>;
}
