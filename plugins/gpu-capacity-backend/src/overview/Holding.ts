import type { AcceleratorKind } from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadEntity } from '../access';

/** What one pod holds of one resource, or what is being made free for it. */
export interface Holding {
  readonly cluster: string;
  readonly node: string;
  readonly product: string | undefined;
  readonly kind: AcceleratorKind;
  readonly units: number;
  /** Share of a physical device that a unit is; absent where that is not known. */
  readonly deviceShare: number | undefined;
  /** Physical devices among them that are measured and not busy. */
  readonly idleDevices: number;
  /** Why the pod cannot run, such as `CrashLoopBackOff`. */
  readonly waste: string | undefined;
  /** Kind of what has ended and is kept, such as `RayJob`; the pod is of no use to it any more. */
  readonly keptBy: string | undefined;
  /** Absent where it belongs to no entity of the catalog. */
  readonly entity: WorkloadEntity | undefined;
}
