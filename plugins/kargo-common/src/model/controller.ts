import { z } from 'zod/v4';

const leaseObjectSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z
    .object({
      holderIdentity: z.string().nullish(),
      leaseDurationSeconds: z.number().nullish(),
      renewTime: z.string().nullish(),
    })
    .nullish(),
});

/** Label by which the heartbeats of controllers are selected. @public */
export const LABEL_CONTROLLER = 'kargo.akuity.io/controller';

/** What Kargo takes where the lease says nothing, `HEARTBEAT_TTL_SECONDS`. */
const DEFAULT_TTL_SECONDS = 120;

/**
 * The heartbeat of a controller, which serves one shard.
 *
 * @public
 */
export interface Controller {
  /** Name of its shard; `undefined` for the controller without one, which serves what names no shard. */
  readonly shard: string | undefined;
  /** ISO 8601; absent where it never renewed its lease. */
  readonly renewedAt: string | undefined;
  readonly ttlSeconds: number;
  /** Name of its pod. */
  readonly holder?: string;
  /** Serves what names no shard too, though it has a shard itself; Kargo tells it nowhere that the portal reads. */
  readonly isDefault?: boolean;
  /** Version of Kargo it runs, where its Deployment is seen. */
  readonly version?: string;
}

/**
 * Reads a Lease with the label `kargo.akuity.io/controller`.
 *
 * @see akuity/kargo pkg/heartbeat
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readController(object: unknown): Controller {
  const { metadata, spec } = leaseObjectSchema.parse(object);
  return {
    shard: metadata.labels?.[LABEL_CONTROLLER] || undefined,
    renewedAt: spec?.renewTime ?? undefined,
    ttlSeconds: spec?.leaseDurationSeconds ?? DEFAULT_TTL_SECONDS,
    holder: spec?.holderIdentity ?? undefined,
  };
}

/**
 * Whether a controller gives signs of life. A silent one says nothing about the applications of its shard, only that
 * what is shown of them may be old.
 *
 * @public
 */
export type ControllerState =
  | { readonly status: 'alive'; readonly renewedAt: string }
  | { readonly status: 'silent'; readonly since: string | undefined }
  | { readonly status: 'unknown'; readonly reason: string };

/**
 * The controller that serves a shard.
 *
 * @param shard - `undefined` for what names none, which the default controller serves
 *
 * @public
 */
export function controllerOf(
  controllers: readonly Controller[],
  shard: string | undefined,
): Controller | undefined {
  return (
    controllers.find(controller => controller.shard === shard) ??
    (shard === undefined
      ? controllers.find(({ isDefault }) => isDefault)
      : undefined)
  );
}

/**
 * The state of the controller that serves a shard.
 *
 * @param shard - of a stage or a warehouse; `undefined` for the default controller
 *
 * @see akuity/kargo pkg/heartbeat/heartbeat.go, `leaseToHeartbeat`
 *
 * @public
 */
export function controllerState(
  controllers: readonly Controller[],
  shard: string | undefined,
  at: Date,
): ControllerState {
  const found = controllerOf(controllers, shard);
  if (!found) {
    return {
      status: 'unknown',
      reason: shard
        ? `no controller of shard ${shard} has a heartbeat`
        : 'no controller without a shard has a heartbeat',
    };
  }
  const { renewedAt, ttlSeconds } = found;
  const ageMs = renewedAt ? at.getTime() - Date.parse(renewedAt) : NaN;
  return renewedAt && ageMs < ttlSeconds * 1000
    ? { status: 'alive', renewedAt }
    : { status: 'silent', since: renewedAt };
}
