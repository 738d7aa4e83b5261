/**
 * How much a risk class trusts automation on the way to production.
 */
interface RiskProfile {
  /** Stages to which Kargo promotes by itself. */
  readonly autoPromotedStages: ReadonlyArray<KargoStageName>;
  /** How long freight stays in `uat` before it may go to `prod`, as a Go duration. */
  readonly soakTime: string;
}

/** Stages of every golden path, upstream first. */
export const KARGO_STAGES = ['test', 'uat', 'prod'] as const;

/** One of {@link KARGO_STAGES}. */
export type KargoStageName = (typeof KARGO_STAGES)[number];

/** The risk classes that a golden path knows. */
export const RISK_CLASSES = [
  'application',
  'infrastructure',
  'migration',
] as const;

/** One of {@link RISK_CLASSES}. */
export type RiskClass = (typeof RISK_CLASSES)[number];

/**
 * An application rollout is small and can be rolled back; infrastructure reconciles for hours and a migration cannot be
 * undone, so a person sends those to production.
 */
export const RISK_PROFILES: Readonly<Record<RiskClass, RiskProfile>> = {
  application: { autoPromotedStages: KARGO_STAGES, soakTime: '30m' },
  infrastructure: { autoPromotedStages: ['test', 'uat'], soakTime: '4h' },
  migration: { autoPromotedStages: ['test'], soakTime: '24h' },
};
