import { z } from 'zod/v4';

/**
 * One artifact on both sides of a comparison.
 *
 * @public
 */
export const artifactChangeSchema = z.object({
  type: z.enum(['commit', 'image', 'chart', 'other']),
  /** Repository, or the name of the artifact. */
  name: z.string(),
  change: z.enum(['same', 'changed', 'added', 'removed']),
  /** Tag, version or short hash. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Digest or whole hash, where it says more than the name of the version. */
  fromId: z.string().optional(),
  toId: z.string().optional(),
  /** Where the host of the repository shows what lies between. */
  url: z.string().optional(),
});

/** @public */
export type ArtifactChange = z.infer<typeof artifactChangeSchema>;

const sideSchema = z.object({
  /** What the side is: "freight 1.8.3", "what is in prod". */
  title: z.string(),
  version: z.string().optional(),
});

/**
 * Answer of `GET /entities/:kind/:namespace/:name/comparison`.
 *
 * @public
 */
export const freightComparisonSchema = z.object({
  from: sideSchema,
  to: sideSchema,
  changes: z.array(artifactChangeSchema),
  /** The comparison in a sentence. */
  summary: z.string(),
});

/** @public */
export type FreightComparison = z.infer<typeof freightComparisonSchema>;
