/**
 * Identity of a device in a cluster.
 *
 * @public
 */
export interface DeviceId {
  readonly driver: string;
  readonly pool: string;
  readonly device: string;
}

/** One text for a device; unambiguous, because only pool names can hold a slash. @public */
export function deviceKey({ driver, pool, device }: DeviceId): string {
  return `${driver}/${pool}/${device}`;
}

/** One text for a pool. */
export function poolKey({
  driver,
  pool,
}: {
  readonly driver: string;
  readonly pool: string;
}): string {
  return `${driver}/${pool}`;
}
