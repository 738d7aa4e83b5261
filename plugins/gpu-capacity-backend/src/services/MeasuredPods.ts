import type { ClusterPod } from '@fairway/plugin-gpu-capacity-common';

/** A pod that holds devices, with what is measured of them. */
export interface MeasuredPod {
  readonly pod: ClusterPod;
  readonly resource: string;
  /** Mean share of the last five minutes, 0 to 1, of each measured unit. Units that report nothing are left out. */
  readonly busyShares: readonly number[];
}

/** What is measured of held devices. Empty where nothing is: that is not idle. */
export interface MeasuredPods {
  of(cluster: string): readonly MeasuredPod[];
}

/** A pod that holds devices which are measured and not busy. */
export interface IdlePod {
  readonly pod: ClusterPod;
  /** Physical devices. */
  readonly idleDevices: number;
  /** Highest share of the time, 0 to 1, in which one of them was busy. */
  readonly busyMax?: number;
}

/** Pods with idle devices. Empty where nothing is measured. */
export interface IdlePods {
  of(cluster: string): readonly IdlePod[];
}
