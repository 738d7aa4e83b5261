import { z } from 'zod/v4';
import { artifactsSchema, versionOf } from './artifacts';
import { objectMetaSchema } from './objectMeta';

const freightObjectSchema = artifactsSchema.extend({
  metadata: objectMetaSchema,
  alias: z.string().optional(),
  origin: z.object({ kind: z.string(), name: z.string() }).optional(),
  // Since v1.11; before, the creation of the object is the best there is.
  discoveredAt: z.string().optional(),
  status: z
    .object({
      currentlyIn: z
        .record(z.string(), z.object({ since: z.string().optional() }))
        .optional(),
      verifiedIn: z
        .record(z.string(), z.object({ verifiedAt: z.string().optional() }))
        .optional(),
      approvedFor: z
        .record(z.string(), z.object({ approvedAt: z.string().optional() }))
        .optional(),
    })
    .optional(),
});

/**
 * Freight as the promotion view needs it. Times are ISO 8601.
 *
 * @public
 */
export interface Freight {
  readonly project: string;
  readonly name: string;
  readonly alias: string | undefined;
  readonly version: string | undefined;
  readonly warehouse: string | undefined;
  readonly discoveredAt: string | undefined;
  readonly currentlyIn: ReadonlyArray<{
    readonly stage: string;
    readonly since: string | undefined;
  }>;
  /** Names of stages. */
  readonly verifiedIn: readonly string[];
  readonly approvedFor: readonly string[];
}

/**
 * Reads a `freights` object.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readFreight(object: unknown): Freight {
  const freight = freightObjectSchema.parse(object);
  return {
    project: freight.metadata.namespace,
    name: freight.metadata.name,
    alias: freight.alias,
    version: versionOf(freight),
    warehouse: freight.origin?.name,
    discoveredAt: freight.discoveredAt ?? freight.metadata.creationTimestamp,
    currentlyIn: Object.entries(freight.status?.currentlyIn ?? {}).map(
      ([stage, { since }]) => ({ stage, since }),
    ),
    verifiedIn: Object.keys(freight.status?.verifiedIn ?? {}),
    approvedFor: Object.keys(freight.status?.approvedFor ?? {}),
  };
}
