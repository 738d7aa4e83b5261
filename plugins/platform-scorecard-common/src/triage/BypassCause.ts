/**
 * Why people go around a platform. Each is something to improve on the platform, and no fault of a team.
 *
 * @public
 */
export const BYPASS_CAUSES = [
  /** The abstraction does not allow what is needed. */
  'too-narrow',
  /** The path takes longer than there is time. */
  'too-slow',
  /** People cannot find out how, or why it failed. */
  'too-opaque',
  /** The platform assumes another way of working than that of the team. */
  'does-not-match-reality',
] as const;

/** @public */
export type BypassCause = (typeof BYPASS_CAUSES)[number];
