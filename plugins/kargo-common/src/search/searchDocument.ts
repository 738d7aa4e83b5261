import { z } from 'zod/v4';

/**
 * A stage or a piece of freight as the search finds it.
 *
 * @public
 */
export const kargoSearchDocumentSchema = z.object({
  kind: z.enum(['stage', 'freight']),
  title: z.string(),
  /** What is found by: names, versions, images, commits, charts. */
  text: z.string(),
  /** The entity on whose page it is. */
  entityRef: z.string(),
  /** What the Promotions tab of the entity shows for it, as it stands in a query. */
  selection: z.record(z.string(), z.string()),
  project: z.string(),
  controlPlane: z.string(),
  /** Of the stage. */
  stage: z.string().optional(),
  version: z.string().optional(),
});

/** @public */
export type KargoSearchDocument = z.infer<typeof kargoSearchDocumentSchema>;

/**
 * Answer of `GET /search-documents`.
 *
 * @public
 */
export const kargoSearchPageSchema = z.object({
  documents: z.array(kargoSearchDocumentSchema),
  /** Value of `cursor` for the next page; absent on the last one. */
  nextCursor: z.string().optional(),
});

/** @public */
export type KargoSearchPage = z.infer<typeof kargoSearchPageSchema>;
