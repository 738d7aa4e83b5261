import { z } from 'zod/v4';
import { matchesGlob } from './glob';

/**
 * A condition on one label.
 *
 * @public
 */
export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[] | null | undefined;
}

/**
 * A label selector, as Kubernetes objects write it. Both parts have to match; an empty one matches everything.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/
 *
 * @public
 */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | null | undefined;
  readonly matchExpressions?:
    | readonly LabelSelectorRequirement[]
    | null
    | undefined;
}

/** Reads a {@link LabelSelector}. */
export const labelSelectorSchema: z.ZodType<LabelSelector> = z.object({
  matchLabels: z.record(z.string(), z.string()).nullish(),
  matchExpressions: z
    .array(
      z.object({
        key: z.string(),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
});

/** Labels or annotations of an object. */
export type Labels = Readonly<Record<string, string>>;

const OPERATORS: Readonly<
  Record<
    LabelSelectorRequirement['operator'],
    (value: string | undefined, wanted: readonly string[]) => boolean
  >
> = {
  In: (value, wanted) => value !== undefined && wanted.includes(value),
  // As in Kubernetes, a label that is absent is in no list.
  NotIn: (value, wanted) => value === undefined || !wanted.includes(value),
  Exists: value => value !== undefined,
  DoesNotExist: value => value === undefined,
};

/** Whether labels match a selector. An absent selector matches everything. */
export function matchesSelector(
  selector: LabelSelector | null | undefined,
  labels: Labels,
): boolean {
  const own = (key: string) =>
    Object.hasOwn(labels, key) ? labels[key] : undefined;
  return (
    Object.entries(selector?.matchLabels ?? {}).every(
      ([key, value]) => own(key) === value,
    ) &&
    (selector?.matchExpressions ?? []).every(({ key, operator, values }) =>
      OPERATORS[operator](own(key), values ?? []),
    )
  );
}

/** Whether labels hold a pair for each of the patterns, in whose keys and values `*` and `?` are wildcards. */
export function matchesLabelGlobs(patterns: Labels, labels: Labels): boolean {
  return Object.entries(patterns).every(([keyPattern, valuePattern]) =>
    Object.entries(labels).some(
      ([key, value]) =>
        matchesGlob(keyPattern, key) && matchesGlob(valuePattern, value),
    ),
  );
}
