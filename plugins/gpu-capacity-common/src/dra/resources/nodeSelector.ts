import { z } from 'zod/v4';

/**
 * What of a node decides whether it can reach a device.
 *
 * @public
 */
export interface DeviceNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

const requirementSchema = z.object({
  key: z.string(),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
  values: z
    .array(z.string())
    .nullish()
    .transform(values => values ?? []),
});

const requirementsSchema = z
  .array(requirementSchema)
  .nullish()
  .transform(requirements => requirements ?? []);

/** A node selector: terms of which one must match. */
export const nodeSelectorSchema = z.object({
  nodeSelectorTerms: z
    .array(
      z.object({
        matchExpressions: requirementsSchema,
        matchFields: requirementsSchema,
      }),
    )
    .nullish()
    .transform(terms => terms ?? []),
});

/**
 * A node selector of a slice, a device or an allocation.
 *
 * @public
 */
export interface DeviceNodeSelector {
  /** One of them must match, with all its requirements. */
  readonly nodeSelectorTerms: readonly {
    readonly matchExpressions: readonly DeviceNodeRequirement[];
    readonly matchFields: readonly DeviceNodeRequirement[];
  }[];
}

/**
 * A requirement on a label or a field of a node.
 *
 * @public
 */
export interface DeviceNodeRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values: readonly string[];
}

const INTEGER = /^[+-]?\d+$/;

const RULES: Readonly<
  Record<
    DeviceNodeRequirement['operator'],
    (value: string | undefined, values: readonly string[]) => boolean
  >
> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: value => value !== undefined,
  DoesNotExist: value => value === undefined,
  Gt: (value, values) => compare(value, values, (a, b) => a > b),
  Lt: (value, values) => compare(value, values, (a, b) => a < b),
};

/**
 * Whether the selector selects the node. A term without requirements selects nothing, and so does a selector without
 * terms.
 *
 * @see kubernetes/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go
 *
 * @public
 */
export function deviceNodeSelectorMatches(
  { nodeSelectorTerms }: DeviceNodeSelector,
  node: DeviceNode,
): boolean {
  const labels = new Map(Object.entries(node.labels));
  return nodeSelectorTerms.some(
    ({ matchExpressions, matchFields }) =>
      matchExpressions.length + matchFields.length > 0 &&
      matchExpressions.every(({ key, operator, values }) =>
        RULES[operator](labels.get(key), values),
      ) &&
      matchFields.every(({ key, operator, values }) =>
        RULES[operator](
          key === 'metadata.name' ? node.name : undefined,
          values,
        ),
      ),
  );
}

function compare(
  value: string | undefined,
  values: readonly string[],
  holds: (a: bigint, b: bigint) => boolean,
): boolean {
  const [bound] = values;
  if (values.length !== 1 || value === undefined) return false;
  if (!INTEGER.test(value) || !INTEGER.test(bound)) return false;
  return holds(BigInt(value), BigInt(bound));
}
