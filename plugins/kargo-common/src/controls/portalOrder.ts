import { z } from 'zod/v4';
import { preflightBodySchema } from './preflightContract';

const name = z.string().min(1).max(253);
const controlPlane = name;
const stage = name;
/** Name, alias or version. */
const freight = name;

/**
 * What somebody wants the portal to do on a control plane.
 *
 * @public
 */
export const portalOrderSchema = z.discriminatedUnion('action', [
  preflightBodySchema.extend({ action: z.literal('promote') }),
  /** To every stage that takes freight from this one, each with controls of its own. */
  z.strictObject({
    action: z.literal('promote-downstream'),
    controlPlane,
    stage,
    freight,
  }),
  /** Past verification and soak. */
  z.strictObject({
    action: z.literal('approve-freight'),
    controlPlane,
    stage,
    freight,
  }),
  z.strictObject({
    action: z.literal('abort'),
    controlPlane,
    promotion: name,
  }),
  /** Makes Kargo look now. */
  z.strictObject({
    action: z.literal('refresh'),
    controlPlane,
    kind: z.enum(['Stage', 'Warehouse']),
    name,
  }),
  z.strictObject({ action: z.literal('reverify'), controlPlane, stage }),
  z.strictObject({
    action: z.literal('resume-auto-promotion'),
    controlPlane,
    stage,
    /** Key of the origin that is held, such as `Warehouse/orders`. */
    origin: name,
  }),
]);

/** @public */
export type PortalOrder = z.infer<typeof portalOrderSchema>;

/**
 * The order of one action.
 *
 * @public
 */
export type PortalOrderOf<A extends PortalOrder['action']> = Extract<
  PortalOrder,
  { readonly action: A }
>;
