import { z } from 'zod/v4';
import { ACCELERATOR_KINDS } from '../accelerator';
import { ledgerViewSchema } from './ledgerView';

/** How far back a history goes. @public */
export const HISTORY_RANGES = ['1d', '7d', '30d', '90d'] as const;

/** @public */
export type HistoryRange = (typeof HISTORY_RANGES)[number];

/**
 * Query of `GET /entities/:kind/:namespace/:name/history`.
 *
 * @public
 */
export const historyRequestSchema = z.object({
  range: z.enum(HISTORY_RANGES).default('7d'),
});

/** @public */
export type HistoryRequest = z.input<typeof historyRequestSchema>;

/** Length of the time that one point stands for. @public */
export const HISTORY_RESOLUTIONS = ['five-minutes', 'hour', 'day'] as const;

/** @public */
export type HistoryResolution = (typeof HISTORY_RESOLUTIONS)[number];

const spreadSchema = z.object({
  min: z.number(),
  mean: z.number(),
  max: z.number(),
});

/** Where a point stands and how much of its time was observed. What was not observed is not in its figures. */
const pointSchema = z.object({
  /** Start of its time. */
  at: z.string(),
  /** Share of its time that was observed, above 0 to 1. */
  coverage: z.number(),
});

const groupPointSchema = pointSchema.extend({
  /** Mean over the time that was observed, in units of the resource. */
  units: ledgerViewSchema,
  /** Units that pods hold, get or wait for; absent where waiting pods were not observed. */
  requested: spreadSchema.optional(),
  /** Pods of 1, 2, 4 and 8 devices that would have fitted together. */
  slots: z.array(spreadSchema.extend({ devices: z.number() })),
  /** Share of what was free that the demand could not use. */
  fragmentation: z.number().optional(),
  /**
   * How busy what was held was, as shares of the time, 0 to 1: of the means of each device over five minutes; absent where
   * nothing was measured.
   */
  utilisation: z
    .object({
      p10: z.number(),
      p50: z.number(),
      p90: z.number(),
      /** Device-hours that were measured, of those that were held. */
      coverage: z.object({ measured: z.number(), held: z.number() }),
    })
    .optional(),
});

/**
 * Answer of `GET /entities/:kind/:namespace/:name/history` for a pool or cluster.
 *
 * @remarks
 * Nothing is interpolated: a time of which nothing is known has no point. Points are in the order of time.
 *
 * @public
 */
export const poolHistorySchema = z.object({
  sentence: z.string(),
  range: z.enum(HISTORY_RANGES),
  resolution: z.enum(HISTORY_RESOLUTIONS),
  from: z.string(),
  until: z.string(),
  /** Since when anything is known of the pool at all; absent where nothing is. */
  since: z.string().optional(),
  /** In physical devices: what all groups were together. */
  points: z.array(pointSchema.extend({ devices: ledgerViewSchema })),
  /** The largest first, at most 8. */
  groups: z.array(
    z.object({
      product: z.string().optional(),
      resource: z.string(),
      kind: z.enum(ACCELERATOR_KINDS),
      points: z.array(groupPointSchema),
    }),
  ),
});

/** @public */
export type PoolHistory = z.infer<typeof poolHistorySchema>;

/** @public */
export type HistoryPoint = z.infer<typeof groupPointSchema>;
