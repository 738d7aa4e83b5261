import { z } from 'zod/v4';

/**
 * A pool or cluster as the search finds it. Holds no figure: what is free now is not free when somebody finds it.
 *
 * @public
 */
export const gpuSearchDocumentSchema = z.object({
  kind: z.enum(['pool', 'cluster']),
  title: z.string(),
  /** What is found by: the cluster, products and resources. */
  text: z.string(),
  /** The entity on whose page it is. */
  entityRef: z.string(),
  cluster: z.string(),
  products: z.array(z.string()),
});

/** @public */
export type GpuSearchDocument = z.infer<typeof gpuSearchDocumentSchema>;

/**
 * Answer of `GET /search-documents`.
 *
 * @public
 */
export const gpuSearchPageSchema = z.object({
  documents: z.array(gpuSearchDocumentSchema),
});

/** @public */
export type GpuSearchPage = z.infer<typeof gpuSearchPageSchema>;
