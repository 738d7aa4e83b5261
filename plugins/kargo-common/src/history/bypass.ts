import { z } from 'zod/v4';
import type { PromotionPath } from './promotionPath';

/**
 * Why something did not come by an allowed path.
 *
 * @public
 */
export const BYPASS_REASONS = [
  'manual-approval',
  'kubectl',
  'admin',
  'kargo',
  'service',
  'auto',
] as const;

/** @public */
export type BypassReason = (typeof BYPASS_REASONS)[number];

/**
 * That something did not come by an allowed path. It says where the platform does not fit, and blames nobody.
 *
 * @public
 */
export const bypassSchema = z.object({
  reason: z.enum(BYPASS_REASONS),
  /** What happened, as the part of a sentence. */
  detail: z.string(),
});

/** @public */
export type Bypass = z.infer<typeof bypassSchema>;

const DETAILS: Readonly<Record<BypassReason, string>> = {
  'manual-approval':
    'the freight was approved by hand, which skips verification and soak',
  kubectl: 'the promotion was created directly at the Kubernetes API',
  admin: "the promotion was created with Kargo's shared admin account",
  kargo: "the promotion was created in Kargo's own UI or API",
  service: 'the promotion was created by a service account',
  auto: 'Kargo promoted by itself',
};

/**
 * Whether a promotion came by a path that is not allowed. The portal always is allowed, and an unknown path is not held against anybody.
 *
 * @public
 */
export function bypassOf(
  path: PromotionPath,
  allowedPaths: readonly PromotionPath[],
): Bypass | undefined {
  return path === 'unknown' || path === 'portal' || allowedPaths.includes(path)
    ? undefined
    : { reason: path, detail: DETAILS[path] };
}

/**
 * Freight that was approved for a stage without the portal.
 *
 * @public
 */
export const MANUAL_APPROVAL: Bypass = {
  reason: 'manual-approval',
  detail: DETAILS['manual-approval'],
};
