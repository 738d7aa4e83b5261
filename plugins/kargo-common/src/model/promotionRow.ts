import { decodeTime } from 'ulid';
import { z } from 'zod/v4';
import { objectMetaSchema } from './objectMeta';
import { phaseOf, type PromotionPhase } from './promotionPhase';
import { keptAnnotations, type Annotations } from './portalAnnotations';

/**
 * A promotion as its row tells it: enough for lists, a fraction of the weight of the object.
 *
 * @public
 */
export interface PromotionRow {
  readonly project: string;
  readonly name: string;
  readonly uid: string;
  readonly stage: string;
  readonly freight: string | undefined;
  readonly phase: PromotionPhase;
  readonly shard: string | undefined;
  /** Who created it, as Kargo writes it; absent where Kargo promoted by itself. */
  readonly actor: string | undefined;
  readonly rollback: boolean;
  /** Those of the portal; without them, what it asked for looks as if it came another way. */
  readonly annotations?: Annotations;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
}

const text = z.string().nullish();

const rowSchema = z.object({
  metadata: objectMetaSchema,
  cells: z.object({ Shard: text, Stage: text, Freight: text, Phase: text }),
});

export const ANNOTATION_CREATE_ACTOR = 'kargo.akuity.io/create-actor';
export const ANNOTATION_ROLLBACK = 'kargo.akuity.io/rollback';
const ANNOTATION_STAGE = 'kargo.akuity.io/stage';

/**
 * Reads a row of `promotions`, with the printer columns of its custom resource.
 *
 * @see akuity/kargo api/v1alpha1/promotion_types.go, the `printcolumn` markers
 *
 * @throws `ZodError` on a malformed row, or one that names no stage
 *
 * @public
 */
export function readPromotionRow(row: unknown): PromotionRow {
  const { metadata, cells } = rowSchema.parse(row);
  return {
    project: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    stage: z
      .string({ error: 'the row names no stage' })
      .parse(cells.Stage ?? metadata.annotations?.[ANNOTATION_STAGE]),
    freight: cells.Freight || undefined,
    phase: phaseOf(cells.Phase),
    shard: cells.Shard || undefined,
    actor: metadata.annotations?.[ANNOTATION_CREATE_ACTOR],
    rollback: metadata.annotations?.[ANNOTATION_ROLLBACK] === 'true',
    annotations: keptAnnotations(metadata.annotations),
    createdAt: metadata.creationTimestamp ?? timeOfName(metadata.name),
  };
}

/** The ULID in the name of a promotion carries the time at which it was made. */
function timeOfName(name: string): string | undefined {
  const ulid = name.split('.').find(part => /^[0-9a-z]{26}$/.test(part));
  try {
    return ulid && new Date(decodeTime(ulid.toUpperCase())).toISOString();
  } catch {
    return undefined;
  }
}
