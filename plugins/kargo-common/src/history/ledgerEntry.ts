import { z } from 'zod/v4';
import { actorSchema } from './actor';
import { bypassSchema } from './bypass';
import { PROMOTION_PATHS } from './promotionPath';

/**
 * How a promotion ended. `vanished`: it was last seen unfinished and is gone, so nobody can tell.
 *
 * @public
 */
export const PROMOTION_OUTCOMES = [
  'succeeded',
  'failed',
  'errored',
  'aborted',
  'vanished',
] as const;

/** @public */
export type PromotionOutcome = (typeof PROMOTION_OUTCOMES)[number];

/**
 * What the portal does in Kargo for people.
 *
 * @public
 */
export const PORTAL_ACTIONS = [
  'promote',
  'promote-downstream',
  'approve-freight',
  'abort',
  'refresh',
  'reverify',
  'resume-auto-promotion',
] as const;

/** @public */
export type PortalAction = (typeof PORTAL_ACTIONS)[number];

/** PostgreSQL holds every character but this one. */
const text = z.string().refine(value => !value.includes('\0'), 'contains NUL');

const name = text.max(253);

const contentSchema = z.object({
  freight: name.optional(),
  version: text.max(2_048).optional(),
});

const shared = {
  /** Derived from what happened, so that reading it again gives the same id. */
  id: text.min(1).max(1_024),
  controlPlane: name,
  project: name,
  stage: name,
  freight: name.optional(),
  version: text.max(2_048).optional(),
  /** The object it happened to. */
  subject: z.object({
    kind: z.enum(['Promotion', 'Freight', 'Stage', 'Warehouse', 'Request']),
    name: z.string(),
    uid: z.string().optional(),
  }),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** `recorded`: `at` is when it happened. `observed`: nobody recorded that, and `at` is when it was noticed. */
  timeBasis: z.enum(['recorded', 'observed']),
  actor: actorSchema,
  /** Why, in the words of who did it. */
  reason: z.string().optional(),
  /** What the stage had, of the same warehouse; absent where it is not known. */
  before: contentSchema.optional(),
  after: contentSchema.optional(),
  riskClass: z.string().optional(),
  path: z.enum(PROMOTION_PATHS),
  /** Absent where it came by an allowed path. */
  bypass: bypassSchema.optional(),
  /** Where the evidence is: a URL, or the name of an object. */
  evidence: z.string().optional(),
};

/** The request of a person to the portal; entries that belong together share it. */
const requestId = z.string().min(1).max(253);

/**
 * Something that happened to a stage. Entries are only ever added.
 *
 * @public
 */
export const ledgerEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('promotion-created') }),
  z.object({ ...shared, kind: z.literal('promotion-started') }),
  z.object({
    ...shared,
    kind: z.literal('promotion-finished'),
    outcome: z.enum(PROMOTION_OUTCOMES),
    message: z.string().optional(),
    /** Who aborted it, which need not be who promoted. */
    endedBy: actorSchema.optional(),
  }),
  z.object({ ...shared, kind: z.literal('freight-approved') }),
  z.object({
    ...shared,
    kind: z.literal('verification-finished'),
    outcome: z.enum([
      'successful',
      'failed',
      'errored',
      'aborted',
      'inconclusive',
    ]),
    message: z.string().optional(),
  }),
  z.object({ ...shared, kind: z.literal('hold-set'), origin: z.string() }),
  z.object({ ...shared, kind: z.literal('hold-released'), origin: z.string() }),
  z.object({ ...shared, kind: z.literal('approval-requested'), requestId }),
  z.object({
    ...shared,
    kind: z.literal('approval-decided'),
    requestId,
    decision: z.enum(['approved', 'rejected', 'expired', 'withdrawn']),
  }),
  z.object({ ...shared, kind: z.literal('approval-used'), requestId }),
  z.object({
    ...shared,
    kind: z.literal('override'),
    /** The controls that were overridden. */
    controls: z.array(z.string()).min(1),
    /** The second person. */
    confirmedBy: actorSchema.optional(),
  }),
  z.object({
    ...shared,
    kind: z.literal('diagnosis'),
    rule: z.string(),
    cause: z.string(),
    confidence: z.string().optional(),
  }),
  z.object({
    ...shared,
    kind: z.literal('action'),
    requestId,
    action: z.enum(PORTAL_ACTIONS),
    /** `requested` is recorded before the portal acts, so that what follows in Kargo is known to come from it. */
    outcome: z.enum(['requested', 'executed', 'refused', 'failed']),
    message: z.string().optional(),
  }),
]);

/** @public */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** @public */
export type LedgerEntryKind = LedgerEntry['kind'];

/** @public */
export type LedgerEntryOf<K extends LedgerEntryKind> = Extract<
  LedgerEntry,
  { readonly kind: K }
>;

/**
 * Kinds of entries.
 *
 * @public
 */
export const LEDGER_ENTRY_KINDS = ledgerEntrySchema.options.map(
  option => option.shape.kind.value,
);

/**
 * Id of the entry of an action. The one that the action was `requested` has to be written before the portal acts: what
 * comes of it is recognised by that entry.
 *
 * @public
 */
export function actionEntryId(
  requestIdOfAction: string,
  outcome: LedgerEntryOf<'action'>['outcome'],
): string {
  return `portal/${requestIdOfAction}:${outcome}`;
}
