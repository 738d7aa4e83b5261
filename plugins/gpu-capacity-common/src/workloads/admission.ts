import { z } from 'zod/v4';
import type { AdmissionContext, RuntimeClass } from '../model';
import { tolerationSchema } from '../model/podSpec';
import { resourceListSchema } from '../model/resourceAmounts';

/**
 * A priority that pods can name.
 *
 * @public
 */
export interface PriorityClass {
  readonly name: string;
  readonly value: number;
  /** Pods that name no class get this one. */
  readonly isDefault: boolean;
}

const priorityClassSchema = z.object({
  metadata: z.object({ name: z.string() }),
  value: z.number(),
  globalDefault: z.boolean().nullish(),
});

/**
 * Reads a PriorityClass of scheduling.k8s.io/v1.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readPriorityClass(object: unknown): PriorityClass {
  const { metadata, value, globalDefault } = priorityClassSchema.parse(object);
  return { name: metadata.name, value, isDefault: !!globalDefault };
}

const runtimeClassSchema = z.object({
  metadata: z.object({ name: z.string() }),
  overhead: z.object({ podFixed: resourceListSchema.nullish() }).nullish(),
  scheduling: z
    .object({
      nodeSelector: z.record(z.string(), z.string()).nullish(),
      tolerations: z.array(tolerationSchema).nullish(),
    })
    .nullish(),
});

/**
 * Reads a RuntimeClass of node.k8s.io/v1.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readRuntimeClass(object: unknown): RuntimeClass {
  const { metadata, overhead, scheduling } = runtimeClassSchema.parse(object);
  return {
    name: metadata.name,
    overhead: overhead?.podFixed ?? {},
    nodeSelector: scheduling?.nodeSelector ?? {},
    tolerations: scheduling?.tolerations ?? [],
  };
}

/** Classes that every cluster has, also where they cannot be listed. */
const SYSTEM_PRIORITIES: ReadonlyArray<readonly [string, number]> = [
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
];

/**
 * What a cluster adds to pods, from the classes that are known. Of two defaults the lower one counts, as Kubernetes has
 * it.
 *
 * @public
 */
export function admissionContext(classes: {
  readonly runtimeClasses: Iterable<RuntimeClass>;
  readonly priorityClasses: Iterable<PriorityClass>;
}): AdmissionContext {
  const priorityClasses = [...classes.priorityClasses];
  const defaults = priorityClasses
    .filter(({ isDefault }) => isDefault)
    .map(({ value }) => value);
  return {
    runtimeClasses: new Map(
      [...classes.runtimeClasses].map(runtime => [runtime.name, runtime]),
    ),
    priorities: new Map([
      ...SYSTEM_PRIORITIES,
      ...priorityClasses.map(({ name, value }) => [name, value] as const),
    ]),
    defaultPriority: defaults.length === 0 ? 0 : Math.min(...defaults),
  };
}
