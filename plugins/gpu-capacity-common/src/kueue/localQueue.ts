import { z } from 'zod/v4';
import { readStopPolicy, type StopPolicy } from './clusterQueue';
import {
  conditionSchema,
  readConditions,
  type KueueCondition,
} from './condition';
import {
  flavorUsageSchema,
  readFlavorUsage,
  type FlavorUsage,
} from './flavorUsage';

/**
 * The door of a namespace to a ClusterQueue.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/localqueue_types.go
 *
 * @public
 */
export interface LocalQueue {
  readonly namespace: string;
  readonly name: string;
  readonly clusterQueue: string | undefined;
  readonly stopPolicy: StopPolicy;
  readonly reserved: readonly FlavorUsage[] | undefined;
  readonly used: readonly FlavorUsage[] | undefined;
  readonly pendingWorkloads: number | undefined;
  readonly reservingWorkloads: number | undefined;
  readonly admittedWorkloads: number | undefined;
  readonly active: KueueCondition | undefined;
}

const localQueueSchema = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
  spec: z
    .object({
      clusterQueue: z.string().nullish(),
      stopPolicy: z.string().nullish(),
    })
    .nullish(),
  status: z
    .object({
      conditions: z.array(conditionSchema).nullish(),
      flavorsReservation: flavorUsageSchema,
      flavorUsage: flavorUsageSchema,
      flavorsUsage: flavorUsageSchema,
      pendingWorkloads: z.number().nullish(),
      reservingWorkloads: z.number().nullish(),
      admittedWorkloads: z.number().nullish(),
    })
    .nullish(),
});

/**
 * Reads a LocalQueue of v1beta1 or v1beta2.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readLocalQueue(object: unknown): LocalQueue {
  const { metadata, spec, status } = localQueueSchema.parse(object);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    clusterQueue: spec?.clusterQueue || undefined,
    stopPolicy: readStopPolicy(spec?.stopPolicy),
    reserved: readFlavorUsage(status?.flavorsReservation),
    used: readFlavorUsage(status?.flavorsUsage ?? status?.flavorUsage),
    pendingWorkloads: status?.pendingWorkloads ?? undefined,
    reservingWorkloads: status?.reservingWorkloads ?? undefined,
    admittedWorkloads: status?.admittedWorkloads ?? undefined,
    active: readConditions(status?.conditions).find(
      ({ type }) => type === 'Active',
    ),
  };
}
