import { z } from 'zod/v4';

const knownServiceSchema = z.object({
  uid: z.string(),
  /** Counts how often the service appeared; part of the ids of its facts. */
  incarnation: z.number().int(),
  /** Polls in a row in which it was absent. */
  misses: z.number().int(),
  retired: z.boolean(),
  path: z.string().optional(),
});

/** What the catalog source remembers of a service. */
export type KnownService = z.infer<typeof knownServiceSchema>;

const cursorSchema = z.object({
  /** The first poll; milliseconds. Absent before it. */
  beganAt: z.number().optional(),
  /** By entity ref. */
  services: z.record(z.string(), knownServiceSchema),
});

/** What the catalog source remembers between polls. */
export type CatalogCursor = z.infer<typeof cursorSchema>;

/** @throws where the cursor cannot be read: starting over would take every service for one that was just born */
export function parseCatalogCursor(text: string | undefined): CatalogCursor {
  return text === undefined
    ? { services: {} }
    : cursorSchema.parse(JSON.parse(text));
}
