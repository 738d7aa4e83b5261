/** Periods of the watch cache, in milliseconds. */
export interface CacheTiming {
  /** First and longest ceiling of the pause after a failure. */
  readonly backoffMinMs: number;
  readonly backoffMaxMs: number;
  /** Pause before what is forbidden or not served is asked for again. */
  readonly slowRetryMs: number;
  /** A watch that ends sooner without an event counts as a failure. */
  readonly shortestWatchMs: number;
  /** Silence after which a watch counts as open where its answer does not begin before the first event. */
  readonly presumedOpenMs: number;
  /** How long a cache lives on after its last observer. */
  readonly lingerMs: number;
}

export const DEFAULT_CACHE_TIMING: CacheTiming = {
  backoffMinMs: 1_000,
  backoffMaxMs: 30_000,
  slowRetryMs: 60_000,
  shortestWatchMs: 1_000,
  presumedOpenMs: 3_000,
  lingerMs: 30_000,
};
