/**
 * What is known of one service and a golden path. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface ServiceRecord {
  /** Entity ref. */
  readonly service: string;
  /** Whether it could be on the path at all; absent where nobody can tell. */
  readonly eligible?: boolean;
  /** Whether its team had no choice but the path. */
  readonly mandated: boolean;
  /** First time that somebody saw it. */
  readonly firstSeenAt: number;
  /** Absent where it was there before measuring began, and nobody knows since when. */
  readonly bornAt?: number;
  /** Absent where it never was on the path. */
  readonly onPathAt?: number;
  /** Last time that it left the path; absent where it is still on it, or never was. */
  readonly leftPathAt?: number;
  readonly retiredAt?: number;
}

/** Whether a service had been seen and was not retired. */
export function isLiving(record: ServiceRecord, at: number): boolean {
  return (
    record.firstSeenAt <= at &&
    (record.retiredAt === undefined || record.retiredAt > at)
  );
}

/** Whether a service was on the path. */
export function isOnPath(record: ServiceRecord, at: number): boolean {
  const { onPathAt, leftPathAt } = record;
  return (
    onPathAt !== undefined &&
    onPathAt <= at &&
    (leftPathAt === undefined || leftPathAt > at)
  );
}
