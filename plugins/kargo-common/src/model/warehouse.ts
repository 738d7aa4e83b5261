import { z } from 'zod/v4';
import { conditionSchema, objectMetaSchema } from './objectMeta';

const subscriptionSchema = z.record(
  z.string(),
  z.object({ repoURL: z.string().optional() }).nullish().catch(undefined),
);

const warehouseObjectSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    shard: z.string().optional(),
    freightCreationPolicy: z.string().optional(),
    subscriptions: z.array(subscriptionSchema).nullish(),
  }),
  status: z
    .object({
      conditions: z.array(conditionSchema).nullish(),
      lastFreightID: z.string().optional(),
      discoveredArtifacts: z
        .object({ discoveredAt: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
});

/**
 * A warehouse as the promotion view needs it.
 *
 * @public
 */
export interface Warehouse {
  readonly project: string;
  readonly name: string;
  readonly shard: string | undefined;
  /** Whether new artifacts become freight by themselves. */
  readonly automatic: boolean;
  readonly subscriptions: ReadonlyArray<{
    /** `git`, `image`, `chart`, or a type of a later Kargo. */
    readonly type: string;
    readonly repoURL: string | undefined;
  }>;
  /** What is wrong, as Kargo says it; absent where discovery works. */
  readonly problem:
    | {
        readonly reason: string | undefined;
        readonly message: string;
        /** When it last looked with success. */
        readonly since: string | undefined;
      }
    | undefined;
}

const DISCOVERING: readonly string[] = [
  'DiscoveryInProgress',
  'Pending',
  'ScheduledDiscovery',
  'FreightCreationInProgress',
  'AwaitingFreightCreation',
];

/**
 * Whether a warehouse is neither ready nor ill, because it is at work.
 *
 * @param reason - of a condition
 *
 * @see akuity/kargo pkg/controller/warehouses/warehouses.go, `syncWarehouse`
 */
export function isDiscovering(reason: string | undefined): boolean {
  return DISCOVERING.includes(reason ?? '');
}

/**
 * Reads a `warehouses` object.
 *
 * @see akuity/kargo api/v1alpha1/warehouse_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readWarehouse(object: unknown): Warehouse {
  const { metadata, spec, status } = warehouseObjectSchema.parse(object);
  const conditions = status?.conditions ?? [];
  // Healthy says that discovery failed, Ready that anything did; the first one says more.
  const failing = ['Healthy', 'Ready']
    .map(type => conditions.find(condition => condition.type === type))
    .find(
      condition =>
        condition?.status === 'False' && !isDiscovering(condition.reason),
    );
  return {
    project: metadata.namespace,
    name: metadata.name,
    shard: spec.shard || undefined,
    automatic: spec.freightCreationPolicy !== 'Manual',
    subscriptions: (spec.subscriptions ?? []).flatMap(subscription =>
      Object.entries(subscription).map(([type, source]) => ({
        type,
        repoURL: source?.repoURL,
      })),
    ),
    problem: failing && {
      reason: failing.reason,
      message: failing.message ?? 'Kargo gives no reason',
      // Not the transition time of the condition: Kargo keeps the first one for ever (pkg/conditions/conditions.go, `Set`).
      since: status?.discoveredArtifacts?.discoveredAt ?? undefined,
    },
  };
}
