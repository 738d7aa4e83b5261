import { z } from 'zod/v4';

const commitSchema = z.object({
  repoURL: z.string(),
  id: z.string(),
  tag: z.string().optional(),
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

/**
 * What freight carries, as in `freights` and in `FreightReference`.
 *
 * @see akuity/kargo api/v1alpha1/freight_types.go
 */
export const artifactsSchema = z.object({
  commits: z.array(commitSchema).nullish(),
  images: z.array(imageSchema).nullish(),
  charts: z.array(chartSchema).nullish(),
});

/** What freight carries. */
export type Artifacts = z.infer<typeof artifactsSchema>;

const SHORT_HASH = 7;

/**
 * The name by which people know freight: the versions of its images, else of its charts, else of its commits.
 *
 * @returns `undefined` where nothing in it has a version
 */
export function versionOf(artifacts: Artifacts): string | undefined {
  const candidates = [
    artifacts.images?.map(
      image => image.tag ?? image.digest?.replace(/^sha256:/, '').slice(0, 12),
    ),
    artifacts.charts?.map(chart => chart.version),
    artifacts.commits?.map(
      commit => commit.tag ?? commit.id.slice(0, SHORT_HASH),
    ),
  ];
  for (const versions of candidates) {
    const known = [...new Set(versions?.filter(Boolean))];
    if (known.length > 0) return known.join(', ');
  }
  return undefined;
}
