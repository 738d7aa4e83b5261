/**
 * A pod that holds devices, as the cluster says it.
 *
 * @public
 */
export interface HoldingPod {
  readonly namespace: string;
  readonly name: string;
  /** Units of accelerators that it holds. */
  readonly units: number;
  /** Unix time in seconds; what was measured before is not of this pod. */
  readonly startedAtSeconds?: number;
  /** Names of its claims (Dynamic Resource Allocation), in its namespace. */
  readonly claims?: readonly string[];
  /** Its units are shares of devices that others may use as well. */
  readonly shared?: boolean;
}

/**
 * When a held device is idle: its highest share of busy time in the window is below `busyRatio`.
 *
 * @public
 */
export interface IdleRule {
  /** 0 to 1. */
  readonly busyRatio: number;
  readonly windowSeconds: number;
  /** An idle device that holds more memory than this cannot simply be shared. */
  readonly memoryFloorBytes: number;
}

/**
 * Less than 5 % in 30 minutes; 1 GiB is more than a driver keeps for itself.
 *
 * @public
 */
export const DEFAULT_IDLE_RULE: IdleRule = {
  busyRatio: 0.05,
  windowSeconds: 1_800,
  memoryFloorBytes: 2 ** 30,
};
