import { z } from 'zod/v4';

const commitSchema = z.object({
  repoURL: z.string(),
  id: z.string(),
  branch: z.string().optional(),
  tag: z.string().optional(),
  /** First line of the message. */
  message: z.string().optional(),
  author: z.string().optional(),
});

const imageSchema = z.object({
  repoURL: z.string(),
  tag: z.string().optional(),
  digest: z.string().optional(),
});

const chartSchema = z.object({
  repoURL: z.string(),
  name: z.string().optional(),
  version: z.string(),
});

const otherArtifactSchema = z.object({
  artifactType: z.string().optional(),
  subscriptionName: z.string().optional(),
  version: z.string(),
});

/**
 * What freight carries, as in `freights` and in `FreightReference`.
 *
 * @see akuity/kargo api/v1alpha1/freight_types.go
 */
export const artifactsObjectSchema = z.object({
  commits: z.array(commitSchema).nullish(),
  images: z.array(imageSchema).nullish(),
  charts: z.array(chartSchema).nullish(),
  artifacts: z.array(otherArtifactSchema).nullish(),
});

/**
 * What freight carries.
 *
 * @public
 */
export const artifactsSchema = z.object({
  commits: z.array(commitSchema),
  images: z.array(imageSchema),
  charts: z.array(chartSchema),
  /** Artifacts of a type that subscriptions of later versions of Kargo bring. */
  others: z.array(otherArtifactSchema),
});

/**
 * What freight carries.
 *
 * @public
 */
export type Artifacts = z.infer<typeof artifactsSchema>;

const MAX_MESSAGE = 120;

/** The artifacts of an object; commit messages are cut to their first line. */
export function readArtifacts(
  object: z.infer<typeof artifactsObjectSchema>,
): Artifacts {
  return {
    commits: (object.commits ?? []).map(commit => ({
      ...commit,
      message: commit.message?.split('\n', 1)[0].slice(0, MAX_MESSAGE),
    })),
    images: object.images ?? [],
    charts: object.charts ?? [],
    others: object.artifacts ?? [],
  };
}

const SHORT_HASH = 7;

/**
 * The name by which people know freight: the versions of its images, else of its charts, else of its commits, else of
 * what else there is.
 *
 * @returns `undefined` where nothing in it has a version
 *
 * @public
 */
export function versionOf(artifacts: Artifacts): string | undefined {
  const candidates = [
    artifacts.images.map(
      image => image.tag ?? image.digest?.replace(/^sha256:/, '').slice(0, 12),
    ),
    artifacts.charts.map(chart => chart.version),
    artifacts.commits.map(
      commit => commit.tag ?? commit.id.slice(0, SHORT_HASH),
    ),
    artifacts.others.map(other => other.version),
  ];
  for (const versions of candidates) {
    const known = [...new Set(versions.filter(Boolean))];
    if (known.length > 0) return known.join(', ');
  }
  return undefined;
}
