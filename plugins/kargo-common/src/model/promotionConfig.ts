import { z } from 'zod/v4';

const policySchema = z.object({
  stage: z.string().optional(),
  stageSelector: z.unknown().optional(),
  projectSelector: z.unknown().optional(),
  promotionWindows: z.array(z.unknown()).nullish().catch(undefined),
  windows: z.array(z.unknown()).nullish().catch(undefined),
});

const configObjectSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
  }),
  spec: z
    .object({
      promotionWindows: z.array(z.unknown()).nullish(),
      promotionPolicies: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

const windowSchema = z.record(z.string(), z.unknown());

/**
 * What a ProjectConfig or the ClusterConfig says about when stages may be promoted.
 *
 * @public
 */
export interface PromotionConfig {
  /** Absent: the ClusterConfig. */
  readonly project: string | undefined;
  /** Promotion windows as they are written; each is read by itself, so that one bad window hides no other. */
  readonly windows: readonly unknown[];
}

/**
 * Reads a `projectconfigs` or `clusterconfigs` object. Windows stand in `spec.promotionWindows`, or in a policy of
 * `spec.promotionPolicies`, whose selectors then are theirs.
 *
 * @see akuity/kargo api/v1alpha1/project_config_types.go and cluster_config_types.go (windows after v1.11), and
 * https://github.com/akuity/kargo/pull/6858
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readPromotionConfig(object: unknown): PromotionConfig {
  const { metadata, spec } = configObjectSchema.parse(object);
  return {
    project: metadata.namespace,
    windows: [
      ...(spec?.promotionWindows ?? []),
      ...(spec?.promotionPolicies ?? []).flatMap(windowsOfPolicy),
    ],
  };
}

/** A policy that cannot be read has no windows that could be; what else it says is no matter of the calendar. */
function windowsOfPolicy(candidate: unknown): unknown[] {
  const policy = policySchema.safeParse(candidate);
  if (!policy.success) return [];
  const { stage, stageSelector, projectSelector } = policy.data;
  const selectors = {
    ...(stage && { stageSelector: { name: stage } }),
    ...(stageSelector !== undefined && { stageSelector }),
    ...(projectSelector !== undefined && { projectSelector }),
  };
  return [
    ...(policy.data.promotionWindows ?? []),
    ...(policy.data.windows ?? []),
  ].map((window: unknown) => {
    const read = windowSchema.safeParse(window);
    return read.success ? { ...selectors, ...read.data } : window;
  });
}
