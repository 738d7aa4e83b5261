/**
 * The ways in which a change comes to a stage.
 *
 * @remarks
 * `auto`: Kargo by itself. `portal`: through this portal. `kargo`: a person in Kargo's UI or API. `service`: a service
 * account, of which Kargo records the same whether it used Kargo's API or the Kubernetes API. `kubectl`: a person directly
 * at the Kubernetes API. `admin`: Kargo's shared account. `unknown`: nothing recorded says.
 *
 * @public
 */
export const PROMOTION_PATHS = [
  'auto',
  'portal',
  'kargo',
  'service',
  'kubectl',
  'admin',
  'unknown',
] as const;

/** @public */
export type PromotionPath = (typeof PROMOTION_PATHS)[number];

/**
 * The paths that are allowed where nothing is configured.
 *
 * @public
 */
export const DEFAULT_ALLOWED_PATHS: readonly PromotionPath[] = [
  'auto',
  'portal',
  'kargo',
  'service',
];

interface PathRule {
  readonly path: PromotionPath;
  applies(recorded: string): boolean;
}

const RULES: readonly PathRule[] = [
  { path: 'auto', applies: recorded => recorded === '' },
  { path: 'admin', applies: recorded => recorded === 'admin' },
  { path: 'auto', applies: recorded => /^controller:./.test(recorded) },
  {
    path: 'service',
    applies: recorded => /^kubernetes:system:./.test(recorded),
  },
  { path: 'kubectl', applies: recorded => /^kubernetes:./.test(recorded) },
  // `email:`, `subject:` or another claim of Kargo's OIDC login.
  { path: 'kargo', applies: recorded => /^[^:]+:./.test(recorded) },
];

/**
 * The way by which a promotion came, from the actor that Kargo recorded.
 *
 * @param options - `recorded`: value of `kargo.akuity.io/create-actor`; `knownToPortal`: the portal has a record of its own
 * of having asked for this promotion
 *
 * @see akuity/kargo pkg/api/event.go
 *
 * @public
 */
export function promotionPath(options: {
  readonly recorded: string | undefined;
  readonly portalIdentities?: readonly string[];
  readonly knownToPortal?: boolean;
}): PromotionPath {
  const { recorded = '', portalIdentities = [], knownToPortal } = options;
  if (knownToPortal || portalIdentities.includes(recorded)) return 'portal';
  return RULES.find(rule => rule.applies(recorded))?.path ?? 'unknown';
}
