import { z } from 'zod/v4';
import {
  artifactsObjectSchema,
  readArtifacts,
  versionOf,
  type Artifacts,
} from './artifacts';
import { parseGoDuration } from './goDuration';
import { objectMetaSchema } from './objectMeta';
import { originKey, originObjectSchema } from './origin';

const freightObjectSchema = artifactsObjectSchema.extend({
  metadata: objectMetaSchema,
  alias: z.string().optional(),
  origin: originObjectSchema.optional(),
  // Since v1.11; before, the creation of the object is the best there is.
  discoveredAt: z.string().nullish(),
  status: z
    .object({
      currentlyIn: z
        .record(z.string(), z.object({ since: z.string().nullish() }))
        .nullish(),
      verifiedIn: z
        .record(
          z.string(),
          z.object({
            verifiedAt: z.string().nullish(),
            longestSoak: z.string().nullish(),
          }),
        )
        .nullish(),
      approvedFor: z
        .record(z.string(), z.object({ approvedAt: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
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
  readonly artifacts: Artifacts;
  /** Key of the origin, such as `Warehouse/orders`; `undefined` where the object names none. */
  readonly origin: string | undefined;
  readonly warehouse: string | undefined;
  readonly discoveredAt: string | undefined;
  readonly currentlyIn: ReadonlyArray<{
    readonly stage: string;
    readonly since: string | undefined;
  }>;
  readonly verifiedIn: ReadonlyArray<{
    readonly stage: string;
    readonly verifiedAt: string | undefined;
    /** Longest time that it was in the stage and left it again. */
    readonly longestSoakSeconds: number | undefined;
  }>;
  /** Approved by hand, past verification and soak time. */
  readonly approvedFor: ReadonlyArray<{
    readonly stage: string;
    readonly approvedAt: string | undefined;
  }>;
}

/**
 * Reads a `freights` object.
 *
 * @see akuity/kargo api/v1alpha1/freight_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readFreight(object: unknown): Freight {
  const freight = freightObjectSchema.parse(object);
  const artifacts = readArtifacts(freight);
  return {
    project: freight.metadata.namespace,
    name: freight.metadata.name,
    alias: freight.alias,
    version: versionOf(artifacts),
    artifacts,
    origin: freight.origin && originKey(freight.origin),
    warehouse: freight.origin?.name,
    discoveredAt: freight.discoveredAt ?? freight.metadata.creationTimestamp,
    currentlyIn: byStage(freight.status?.currentlyIn).map(
      ([stage, { since }]) => ({ stage, since: since ?? undefined }),
    ),
    verifiedIn: byStage(freight.status?.verifiedIn).map(
      ([stage, { verifiedAt, longestSoak }]) => ({
        stage,
        verifiedAt: verifiedAt ?? undefined,
        longestSoakSeconds: longestSoak
          ? parseGoDuration(longestSoak)
          : undefined,
      }),
    ),
    approvedFor: byStage(freight.status?.approvedFor).map(
      ([stage, { approvedAt }]) => ({
        stage,
        approvedAt: approvedAt ?? undefined,
      }),
    ),
  };
}

function byStage<T>(record: Record<string, T> | null | undefined) {
  return Object.entries(record ?? {});
}

/** Freight is compared far more often than it is read, and reading a time is most of the work. */
const discovered = new WeakMap<Pick<Freight, 'discoveredAt'>, number>();

/**
 * Newest first, as Kargo orders the candidates of an auto-promotion.
 *
 * @see akuity/kargo pkg/api/auto_promotion.go
 *
 * @public
 */
export function compareNewestFirst(
  a: Pick<Freight, 'name' | 'discoveredAt'>,
  b: Pick<Freight, 'name' | 'discoveredAt'>,
): number {
  const [left, right] = [discoveredMs(a), discoveredMs(b)];
  if (left !== right) return right - left;
  if (a.name === b.name) return 0;
  return a.name < b.name ? 1 : -1;
}

function discoveredMs(freight: Pick<Freight, 'discoveredAt'>): number {
  let millis = discovered.get(freight);
  if (millis === undefined) {
    millis = Date.parse(freight.discoveredAt ?? '') || 0;
    discovered.set(freight, millis);
  }
  return millis;
}
