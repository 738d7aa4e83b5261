import { z } from 'zod/v4';

/** Metadata of a namespaced object. */
export const objectMetaSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  uid: z.string(),
  creationTimestamp: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/**
 * A condition in the status of an object, without its transition time: Kargo keeps the first one, whatever changes later.
 *
 * @see akuity/kargo pkg/conditions/conditions.go, `Set`
 */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
});

/** A condition in the status of an object. */
export type Condition = z.infer<typeof conditionSchema>;
