/**
 * What is known of one service from birth to retirement. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface ServiceLife {
  /** Entity ref. */
  readonly service: string;
  /** Entity ref of the owner, from the latest fact that names one. */
  readonly team?: string;
  /** Entity ref of the golden path; absent where no fact names one. */
  readonly path?: string;
  /** First time that somebody called it created or adopted. */
  readonly firstSeenAt: number;
  /** Absent where the service was already there when measuring began (left truncation). */
  readonly bornAt?: number;
  readonly onPathAt?: number;
  readonly reachedProductionAt?: number;
  readonly retiredAt?: number;
  /** All of its facts come from simulated sources. */
  readonly synthetic: boolean;
}
