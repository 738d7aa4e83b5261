import { z } from 'zod/v4';
import { PORTAL_ACTIONS } from '../history/ledgerEntry';
import { CONTROL_NAMES } from './preflight';
import { findingSchema, whoCanActSchema } from './preflightContract';
import { portalOrderSchema } from './portalOrder';

/**
 * Header with which a browser hands over the person's own token for a Kargo API, for the one request that carries it.
 *
 * @public
 */
export const KARGO_TOKEN_HEADER = 'backstage-kargo-token';

/**
 * Body of `POST /entities/:kind/:namespace/:name/actions/preflight`.
 *
 * @public
 */
export const actionPreflightBodySchema = z.strictObject({
  order: portalOrderSchema,
});

/**
 * Body of `POST /entities/:kind/:namespace/:name/actions`: what is to be done, by whom it is asked and why.
 *
 * @public
 */
export const actBodySchema = z.strictObject({
  order: portalOrderSchema,
  /** Why, for those who read the history. */
  reason: z.string().trim().min(1).max(2_000),
  /** The same request, sent again, is carried out once. */
  requestId: z.uuid(),
});

/** @public */
export type ActBody = z.input<typeof actBodySchema>;

const subjectSchema = z.object({
  kind: z.enum(['Stage', 'Warehouse', 'Promotion', 'Freight']),
  name: z.string(),
});

/**
 * Answer with everything that stands against an action, at once; an action on several stages is asked about for each.
 *
 * @public
 */
export const actionPreflightSchema = z.object({
  action: z.enum(PORTAL_ACTIONS),
  targets: z.array(
    z.object({
      subject: subjectSchema,
      decision: z.enum(['clear', 'blocked']),
      blockers: z.array(findingSchema),
      warnings: z.array(findingSchema),
      /** Controls that broken glass passes over this time. */
      overridden: z.array(z.enum(CONTROL_NAMES)),
      riskClass: z.string(),
      freight: z.string().optional(),
      version: z.string().optional(),
    }),
  ),
});

/** @public */
export type ActionPreflight = z.infer<typeof actionPreflightSchema>;

/**
 * What came of an action. `blocked`: a control stood against it. `refused`: the control plane said no. `failed`: nobody
 * knows whether it was done.
 *
 * @public
 */
export const actResponseSchema = z.object({
  results: z.array(
    z.object({
      subject: subjectSchema,
      outcome: z.enum(['executed', 'blocked', 'refused', 'failed']),
      message: z.string().optional(),
      /** Name of the promotion that came of it. */
      promotion: z.string().optional(),
    }),
  ),
});

/** @public */
export type ActResponse = z.infer<typeof actResponseSchema>;

/**
 * Answer of `GET /entities/:kind/:namespace/:name/actions/:controlPlane`: what the portal would do there for the caller,
 * before it is asked about a certain thing.
 *
 * @public
 */
export const availableActionsSchema = z.object({
  /** Stages whose changes are carried out from here, by their risk class. */
  stages: z.array(z.string()),
  /** Warehouses of which that is true for all stages that take freight from them directly. */
  warehouses: z.array(z.string()),
  /** Why the portal cannot do some of the actions; what is not named it can. */
  unsupported: z.array(
    z.object({
      action: z.enum(PORTAL_ACTIONS),
      reason: z.string(),
      whoCanAct: whoCanActSchema,
    }),
  ),
});

/** @public */
export type AvailableActions = z.infer<typeof availableActionsSchema>;
