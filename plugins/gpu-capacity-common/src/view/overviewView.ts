import { freshnessSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { LEDGER_CLASSES } from '../accounting';
import { ledgerViewSchema } from './ledgerView';
import { moneySchema } from './moneyView';

const clusterSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  /** Of its nodes; `unobserved` also where the cluster cannot be reached. */
  freshness: freshnessSchema,
  /** In physical devices. */
  devices: ledgerViewSchema,
  /** Sum of `devices`; absent where the cluster is not observed, which does not mean that it has none. */
  owned: z.number().optional(),
  /** A page with the cluster in the catalog, where there is one and the reader may see it. */
  entityRef: z.string().optional(),
});

const entitySchema = z.object({ entityRef: z.string(), title: z.string() });

/**
 * Whose devices they are. `owner`: a catalog entity that the reader may see; `hidden`: all owners together that the
 * reader may not see; `nobody`: pods that belong to no entity of the catalog, or to one without an owner.
 *
 * @public
 */
export const COST_OWNERS = ['owner', 'hidden', 'nobody'] as const;

/** @public */
export type CostOwner = (typeof COST_OWNERS)[number];

const ownerCostSchema = z.object({
  kind: z.enum(COST_OWNERS),
  /** Present for `owner` only. */
  ownerRef: z.string().optional(),
  ownerTitle: z.string().optional(),
  /** What of the owner holds them, as far as the reader may see it; the most expensive first, at most 20. */
  entities: z.array(entitySchema),
  /** Physical devices that its pods hold, or that are being started for them. */
  devices: z.number(),
  /** Devices among them that are idle. */
  idleDevices: z.number(),
  cost: moneySchema,
  /** Devices among them without a price. */
  unpricedDevices: z.number(),
});

const costSchema = z.object({
  /** What the amounts are for: a month of `hours` in which everything stays as it is now. */
  period: z.literal('month'),
  hours: z.number(),
  total: moneySchema,
  /** The most expensive first. */
  byClass: z.array(
    z.object({
      ledgerClass: z.enum(LEDGER_CLASSES),
      devices: z.number(),
      cost: moneySchema,
      unpricedDevices: z.number(),
    }),
  ),
  /** Of what is held or being started; the most expensive first. What nobody holds is in `byClass` only. */
  byOwner: z.array(ownerCostSchema),
  /** Devices whose price is in the amounts, of all that are observed. */
  coverage: z.object({ priced: z.number(), owned: z.number() }),
  unpricedDevices: z.number(),
  /** Products without a price; devices whose product is not known count as `unknown product`. */
  unpricedProducts: z.array(z.string()),
  /** By day (UTC), the oldest first. Days of which nothing is known are missing. */
  trend: z.array(
    z.object({
      /** Start of the day. */
      at: z.string(),
      /** What the time that was observed cost, at the prices of today. */
      cost: moneySchema,
      /** Share of the day that was observed, 0 to 1. */
      coverage: z.number(),
    }),
  ),
});

/**
 * Why devices could be given back.
 *
 * @remarks
 * `idle-held`: held, measured, and not busy; `wasting`: held by pods whose containers cannot run; `finished-kept`: kept
 * by something that has finished; `stranded`: free, and no shape that is in use fits.
 *
 * @public
 */
export const RECLAIM_KINDS = [
  'idle-held',
  'wasting',
  'finished-kept',
  'stranded',
] as const;

/** @public */
export type ReclaimKind = (typeof RECLAIM_KINDS)[number];

const reclaimSchema = z.object({
  kind: z.enum(RECLAIM_KINDS),
  cluster: z.string(),
  product: z.string().optional(),
  /** Where there is one and the reader may see it. Pods are never named. */
  entityRef: z.string().optional(),
  entityTitle: z.string().optional(),
  ownerRef: z.string().optional(),
  ownerTitle: z.string().optional(),
  /** Physical devices. */
  devices: z.number(),
  /** Pods that hold them; 0 where nobody does. */
  pods: z.number(),
  /** Empty where they have no price. */
  costPerMonth: moneySchema,
  sentence: z.string(),
});

/** @public */
export const EXHAUSTION_STATUSES = [
  'estimate',
  'not-growing',
  'not-enough-history',
] as const;

/** @public */
export type ExhaustionStatus = (typeof EXHAUSTION_STATUSES)[number];

const exhaustionSchema = z.object({
  cluster: z.string(),
  product: z.string().optional(),
  /** By which the devices are asked for. */
  resource: z.string(),
  status: z.enum(EXHAUSTION_STATUSES),
  /** Says what is estimated, and what that assumes. */
  sentence: z.string(),
  /** Days of history that it is made of. */
  days: z.number(),
  /** When all that can be used is asked for; present for `estimate` only. Dates without a time. */
  band: z
    .object({
      earliest: z.string(),
      likely: z.string().optional(),
      /** Absent: it may never be. */
      latest: z.string().optional(),
      /** Of the interval, 0 to 1. */
      confidence: z.number(),
    })
    .optional(),
});

/**
 * Answer of `GET /overview`: all clusters, what they cost, and what could be given back.
 *
 * @public
 */
export const overviewSchema = z.object({
  headline: z.string(),
  clusters: z.array(clusterSchema),
  /** All clusters that are observed, in physical devices. */
  devices: ledgerViewSchema,
  owned: z.number(),
  /** Units of which nothing says what share of a device they are: they are in no sum. */
  uncounted: z.array(z.object({ resource: z.string(), units: z.number() })),
  cost: costSchema,
  /** The most expensive first, then those with most devices; at most 50. */
  reclaim: z.array(reclaimSchema),
  /** Entries that were found, which may be more than `reclaim` has. */
  reclaimable: z.number(),
  exhaustion: z.array(exhaustionSchema),
});

/** @public */
export type Overview = z.infer<typeof overviewSchema>;

/** @public */
export type OverviewCluster = z.infer<typeof clusterSchema>;

/** @public */
export type OverviewCost = z.infer<typeof costSchema>;

/** @public */
export type OwnerCostView = z.infer<typeof ownerCostSchema>;

/** @public */
export type ReclaimView = z.infer<typeof reclaimSchema>;

/** @public */
export type ExhaustionView = z.infer<typeof exhaustionSchema>;
