import { z } from 'zod/v4';
import { ACTOR_KINDS } from './actor';
import { LEDGER_ENTRY_KINDS, ledgerEntrySchema } from './ledgerEntry';
import { PROMOTION_PATHS } from './promotionPath';

/** Longest list of values in one parameter. */
const MAX_VALUES = 100;

/** A parameter that may be repeated: `?stage=uat&stage=prod`. */
function repeated<T extends z.ZodType>(value: T) {
  return z.preprocess(
    given => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).min(1).max(MAX_VALUES).optional(),
  );
}

const name = z.string().min(1).max(253);
const time = z.iso.datetime({ offset: true });

/**
 * Which entries are wanted. Every condition that is given has to hold; of the values of one condition, one.
 *
 * @public
 */
export const ledgerFilterSchema = z.object({
  controlPlane: repeated(name),
  project: repeated(name),
  stage: repeated(name),
  kind: repeated(z.enum(LEDGER_ENTRY_KINDS)),
  actorKind: repeated(z.enum(ACTOR_KINDS)),
  path: repeated(z.enum(PROMOTION_PATHS)),
  freight: repeated(name),
  version: repeated(z.string().min(1)),
  /** From this time on, RFC 3339. */
  from: time.optional(),
  /** Before this time, RFC 3339. */
  to: time.optional(),
  /** Only what did not come by an allowed path. */
  onlyBypasses: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

/** @public */
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;

/**
 * Query string of `GET /history`.
 *
 * @public
 */
export const historyQuerySchema = ledgerFilterSchema.extend({
  /** Where the page begins: `next` of the page before. */
  cursor: z.string().min(1).max(2_048).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** @public */
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/**
 * Query string of `GET /history/export`.
 *
 * @public
 */
export const historyExportQuerySchema = ledgerFilterSchema.extend({
  format: z.enum(['csv', 'json', 'jsonl']).default('csv'),
});

/** @public */
export type HistoryExportQuery = z.infer<typeof historyExportQuerySchema>;

/**
 * An entry as readers see it.
 *
 * @public
 */
export const historyItemSchema = z.object({
  /** Who, what, when and why in one sentence. */
  summary: z.string(),
  entry: ledgerEntrySchema,
});

/** @public */
export type HistoryItem = z.infer<typeof historyItemSchema>;

/**
 * Answer of `GET /history`: entries, newest first.
 *
 * @public
 */
export const historyPageSchema = z.object({
  items: z.array(historyItemSchema),
  /** Absent on the last page. */
  next: z.string().optional(),
  /** How many entries the filter has on all pages. */
  total: z.number().int().nonnegative(),
});

/** @public */
export type HistoryPage = z.infer<typeof historyPageSchema>;
