import { z } from 'zod/v4';

/**
 * A pod as a reader may know it. Names are given to the owners of a workload and to the platform role only.
 *
 * @public
 */
export const podRefSchema = z.object({
  /** Absent where the reader may not know it. */
  namespace: z.string().optional(),
  name: z.string().optional(),
  /** Catalog entity that the pod belongs to, where there is one and the reader may know it. */
  entityRef: z.string().optional(),
});

/** @public */
export type PodRef = z.infer<typeof podRefSchema>;
