import { z } from 'zod/v4';
import { medianSchema, proportionSchema } from './estimates';

/** A verdict is only given where the interval allows one. */
const verdictSchema = z.enum(['up', 'down', 'no-clear-change', 'unknown']);

const adoptionSchema = z.object({
  share: proportionSchema,
  onPath: z.number().int(),
  services: z.number().int(),
  /** Services that were already there when measuring began. */
  unknownBirth: z.number().int(),
  change: z.object({ verdict: verdictSchema, weeks: z.number().int() }),
});

const timeToValueSchema = z.object({
  /** Days from birth to the first release in production. */
  median: medianSchema,
  /** Services that reached production. */
  reached: z.number().int(),
  /** Services that live and have not reached production yet (right-censored). */
  open: z.number().int(),
  /** Services that were retired before production. */
  abandoned: z.number().int(),
  /** Services whose birth is unknown; they are left out. */
  unknownBirth: z.number().int(),
  /** Only services born in this many days count. */
  windowDays: z.number().int(),
  change: z.object({ verdict: verdictSchema, weeks: z.number().int() }),
});

const weekSchema = z.object({
  /** ISO week, such as 2026-W47. */
  week: z.string(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** The week is not over: its numbers are those of now. */
  partial: z.boolean(),
  adoption: proportionSchema,
  timeToValue: medianSchema,
});

const sourceSchema = z.object({
  source: z.string(),
  facts: z.number().int(),
  /** Of these, facts of kinds that this version does not know: they are kept and in no number. */
  unknownKinds: z.number().int(),
  synthetic: z.boolean(),
  firstFactAt: z.iso.datetime().optional(),
  lastFactAt: z.iso.datetime().optional(),
  /** Present for sources that the backend polls itself. */
  poll: z
    .object({
      lastOkAt: z.iso.datetime().optional(),
      lagSeconds: z.number().optional(),
      error: z.string().optional(),
      /** Which part of it could not be read at the last poll that worked. */
      partial: z.string().optional(),
    })
    .optional(),
});

/**
 * Answer of `GET /scorecard`.
 *
 * @public
 */
export const scorecardSchema = z.object({
  asOf: z.iso.datetime(),
  /** IANA zone in which weeks are cut. */
  timeZone: z.string(),
  syntheticIncluded: z.boolean(),
  headline: z.string(),
  /** What makes the numbers less than complete, in words. */
  warnings: z.array(z.string()),
  adoption: adoptionSchema,
  timeToValue: timeToValueSchema,
  weeks: z.array(weekSchema),
  sources: z.array(sourceSchema),
});

/**
 * The scorecard as of one moment.
 *
 * @public
 */
export type Scorecard = z.infer<typeof scorecardSchema>;

/**
 * Query of `GET /scorecard`.
 *
 * @public
 */
export const scorecardQuerySchema = z.object({
  synthetic: z.enum(['include', 'exclude']).default('include'),
});
