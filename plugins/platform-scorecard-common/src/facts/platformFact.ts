import { z } from 'zod/v4';

/**
 * Prefix of the CloudEvents `type` of every fact.
 *
 * @public
 */
export const FACT_TYPE_PREFIX = 'dev.fairway.';

/**
 * A full entity ref, as facts carry it.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(512)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, 'expected kind:namespace/name');

const pathRunSchema = z.object({
  /** Entity ref of the template that is the golden path. */
  path: entityRefSchema,
  pathVersion: z.string().max(128).optional(),
  taskId: z.string().max(128),
  /** Starts at 1; a retried task has one set of facts an attempt. */
  attempt: z.number().int().positive(),
});

const serviceSchema = z.object({
  /** Entity ref of the golden path; absent where the service was made without one. */
  path: entityRefSchema.optional(),
  pathVersion: z.string().max(128).optional(),
  /**
   * `install`: the service was already there when its producer began to look, so the time says when it was first seen
   * and not when it was born (left truncation). Absent means `birth`.
   */
  observedSince: z.enum(['birth', 'install']).optional(),
});

const promotionSchema = z.object({
  controlPlane: z.string().max(253),
  project: z.string().max(253),
  stage: z.string().max(253),
  promotion: z.string().max(253),
  freight: z.string().max(253).optional(),
  riskClass: z.string().max(63).optional(),
});

const reachedProductionSchema = promotionSchema;

const bypassSchema = z.object({
  /** What noticed it, such as `kargo.promotion-path`. */
  detector: z.string().max(128),
  /** The way around, such as `kubectl`. Who went it is no part of a fact. */
  reason: z.string().max(128),
  detail: z.string().max(1_024).optional(),
  riskClass: z.string().max(63).optional(),
  /** Where the evidence is: a URL, or an id that the detector knows. */
  evidence: z.string().max(1_024).optional(),
  /** How much it can change: `low` restarts, `medium` sizes, `high` images, commands, environment or rights. */
  severity: z.enum(['low', 'medium', 'high']).optional(),
  /** The name of the tool does not say for certain that it was a person. */
  presumed: z.boolean().optional(),
});

const exceptionSchema = z.object({
  /** What the exception is called wherever it is kept. */
  exception: z.string().min(1).max(512),
  /** Entity ref of the team that answers for it. */
  owner: entityRefSchema.optional(),
  reason: z.string().max(1_024).optional(),
  /** The rule that does not apply. */
  rule: z.string().max(512).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  /** Workloads that it matches; 0 where it excepts nothing that there is. */
  matchedWorkloads: z.number().int().nonnegative().optional(),
  evidence: z.string().max(1_024).optional(),
});

const activitySchema = z.object({
  /** An act of value, such as `template.run` or `document.read`. Looking at a page is none. */
  activity: z.string().min(1).max(128),
  /** `agent`: software that acts by itself or on behalf of somebody. Default: a person. */
  actorKind: z.enum(['person', 'agent']).optional(),
});

const dataSchemas = {
  'path.run.started': pathRunSchema,
  'path.run.completed': pathRunSchema,
  'path.run.failed': pathRunSchema,
  'path.run.cancelled': pathRunSchema,
  'service.created': serviceSchema,
  'service.adopted': serviceSchema,
  'service.retired': serviceSchema,
  'service.reached-production': reachedProductionSchema,
  'promotion.succeeded': promotionSchema,
  'promotion.failed': promotionSchema,
  'promotion.aborted': promotionSchema,
  'bypass.detected': bypassSchema,
  'exception.requested': exceptionSchema,
  'exception.approved': exceptionSchema,
  'exception.rejected': exceptionSchema,
  'exception.revoked': exceptionSchema,
  'exception.expired': exceptionSchema,
  'activity.observed': activitySchema,
} as const;

/**
 * Kinds of facts, without the prefix.
 *
 * @public
 */
export type FactKind = keyof typeof dataSchemas;

/**
 * Data of each kind of fact.
 *
 * @public
 */
export type FactData<K extends FactKind = FactKind> = z.infer<
  (typeof dataSchemas)[K]
>;

/**
 * All kinds of facts that the scorecard understands.
 *
 * @public
 */
export const FACT_KINDS = Object.keys(dataSchemas) as readonly FactKind[];

/** What the facts of every kind have in common; the data of a kind come on top. */
export const factEnvelope = {
  specversion: z.literal('1.0'),
  /** Unique within `source`, and derived from what happened, so that a replay changes nothing. */
  id: z.string().min(1).max(512),
  source: z.string().min(1).max(512),
  /** RFC 3339: when it happened. */
  time: z.iso.datetime({ offset: true }),
  /** Entity ref of the service, or of the template for path runs. */
  subject: entityRefSchema,
  datacontenttype: z.literal('application/json').optional(),
  /** Extension attribute: entity ref of the owning team at the time. */
  team: entityRefSchema.optional(),
  /** Extension attribute: what of the platform it concerns, by the name that the platform team gave it. */
  capability: z.string().min(1).max(253).optional(),
  /**
   * Extension attribute: entity ref of who did it, from the evidence of the producer. It is kept as a keyed hash only, and
   * never given back.
   */
  actor: entityRefSchema.optional(),
  /** Extension attribute: `id` of an earlier fact of the same source that this one puts right. That one counts no more. */
  supersedes: z.string().min(1).max(512).optional(),
};

function factSchema<K extends FactKind>(kind: K) {
  return z.object({
    ...factEnvelope,
    type: z.literal(`${FACT_TYPE_PREFIX}${kind}` as const),
    data: dataSchemas[kind],
  });
}

/**
 * A fact as a CloudEvents 1.0 event in JSON format.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 *
 * @public
 */
export const platformFactSchema = z.discriminatedUnion('type', [
  factSchema('path.run.started'),
  factSchema('path.run.completed'),
  factSchema('path.run.failed'),
  factSchema('path.run.cancelled'),
  factSchema('service.created'),
  factSchema('service.adopted'),
  factSchema('service.retired'),
  factSchema('service.reached-production'),
  factSchema('promotion.succeeded'),
  factSchema('promotion.failed'),
  factSchema('promotion.aborted'),
  factSchema('bypass.detected'),
  factSchema('exception.requested'),
  factSchema('exception.approved'),
  factSchema('exception.rejected'),
  factSchema('exception.revoked'),
  factSchema('exception.expired'),
  factSchema('activity.observed'),
]);

/**
 * Something that happened on the platform, or around it.
 *
 * @public
 */
export type PlatformFact = z.infer<typeof platformFactSchema>;
