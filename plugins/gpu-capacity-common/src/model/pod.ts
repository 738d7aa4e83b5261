import { z } from 'zod/v4';
import { containerSchema, effectiveRequest } from './effectiveRequest';
import type { ResourceCounts } from './resourceCounts';

/**
 * How a pod stands to the devices it asks for.
 *
 * @remarks
 * `releasing` still holds; `gated` and `pending` hold nothing yet.
 *
 * @public
 */
export const HOLDINGS = ['held', 'releasing', 'pending', 'gated'] as const;

/** @public */
export type Holding = (typeof HOLDINGS)[number];

/**
 * A pod that holds or asks for accelerators.
 *
 * @public
 */
export interface AcceleratorPod {
  readonly namespace: string;
  readonly name: string;
  readonly node: string | undefined;
  readonly holding: Holding;
  readonly accelerators: ResourceCounts;
  readonly labels: Readonly<Record<string, string>>;
  /** Why its devices do nothing although they are held, such as `CrashLoopBackOff`. */
  readonly waste: string | undefined;
}

const containerStatusSchema = z.object({
  state: z
    .object({
      waiting: z.object({ reason: z.string().optional() }).nullish(),
    })
    .nullish(),
});

const podSchema = z.object({
  metadata: z.object({
    namespace: z.string(),
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    deletionTimestamp: z.string().nullish(),
  }),
  spec: z.object({
    nodeName: z.string().nullish(),
    schedulingGates: z.array(z.unknown()).nullish(),
    containers: z.array(containerSchema),
    initContainers: z.array(containerSchema).nullish(),
  }),
  status: z
    .object({
      phase: z.string().optional(),
      containerStatuses: z.array(containerStatusSchema).nullish(),
      initContainerStatuses: z.array(containerStatusSchema).nullish(),
    })
    .nullish(),
});

type Pod = z.infer<typeof podSchema>;

const TERMINAL_PHASES = ['Succeeded', 'Failed'];
const WASTE_REASONS = [
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'CreateContainerConfigError',
];

/**
 * Reads a pod.
 *
 * @returns `undefined` where it holds no accelerators and asks for none, also because it has ended
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readAcceleratorPod(
  object: unknown,
): AcceleratorPod | undefined {
  const pod = podSchema.parse(object);
  if (TERMINAL_PHASES.includes(pod.status?.phase ?? '')) return undefined;
  const accelerators = effectiveRequest({
    containers: pod.spec.containers,
    initContainers: pod.spec.initContainers ?? [],
  });
  if (Object.values(accelerators).every(count => count === 0)) return undefined;
  return {
    namespace: pod.metadata.namespace,
    name: pod.metadata.name,
    node: pod.spec.nodeName || undefined,
    holding: holdingOf(pod),
    accelerators,
    labels: pod.metadata.labels ?? {},
    waste: wasteOf(pod),
  };
}

/** Devices are held from binding on, whatever the containers do, until the pod is gone. */
function holdingOf({ metadata, spec }: Pod): Holding {
  if (spec.nodeName) return metadata.deletionTimestamp ? 'releasing' : 'held';
  return spec.schedulingGates?.length ? 'gated' : 'pending';
}

function wasteOf({ spec, status }: Pod): string | undefined {
  if (!spec.nodeName) return undefined;
  return [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]
    .map(({ state }) => state?.waiting?.reason)
    .find(reason => reason && WASTE_REASONS.includes(reason));
}
