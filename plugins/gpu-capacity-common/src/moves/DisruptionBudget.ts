import { z } from 'zod/v4';
import type { ClusterPod } from '../model';

const requirementSchema = z.object({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).nullish(),
});

const budgetSchema = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
  spec: z
    .object({
      selector: z
        .object({
          matchLabels: z.record(z.string(), z.string()).nullish(),
          matchExpressions: z.array(requirementSchema).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      disruptionsAllowed: z.number().nullish(),
    })
    .nullish(),
});

type Requirement = z.infer<typeof requirementSchema>;

/**
 * How many pods of a set may be disrupted now.
 *
 * @public
 */
export interface DisruptionBudget {
  readonly namespace: string;
  readonly name: string;
  /** 0 where the cluster has not said it yet. */
  readonly disruptionsAllowed: number;
  readonly selects: (labels: Readonly<Record<string, string>>) => boolean;
}

/**
 * Reads a PodDisruptionBudget. An empty selector selects all pods of the namespace, a missing one none.
 *
 * @see kubernetes/api policy/v1/types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readDisruptionBudget(object: unknown): DisruptionBudget {
  const { metadata, spec, status } = budgetSchema.parse(object);
  const selector = spec?.selector;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    disruptionsAllowed: status?.disruptionsAllowed ?? 0,
    selects: labels =>
      !!selector &&
      Object.entries(selector.matchLabels ?? {}).every(
        ([key, value]) => labels[key] === value,
      ) &&
      (selector.matchExpressions ?? []).every(requirement =>
        holds(requirement, labels),
      ),
  };
}

/** The budgets that cover a pod. */
export function budgetsOf(
  pod: Pick<ClusterPod, 'namespace' | 'labels'>,
  budgets: readonly DisruptionBudget[],
): readonly DisruptionBudget[] {
  return budgets.filter(
    ({ namespace, selects }) =>
      namespace === pod.namespace && selects(pod.labels),
  );
}

/** @see kubernetes/apimachinery pkg/apis/meta/v1/helpers.go, `LabelSelectorAsSelector` */
const OPERATORS: Readonly<
  Record<
    string,
    (label: string | undefined, values: readonly string[]) => boolean
  >
> = {
  In: (label, values) => label !== undefined && values.includes(label),
  NotIn: (label, values) => label === undefined || !values.includes(label),
  Exists: label => label !== undefined,
  DoesNotExist: label => label === undefined,
};

function holds(
  { key, operator, values }: Requirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  return OPERATORS[operator]?.(labels[key], values ?? []) ?? false;
}
