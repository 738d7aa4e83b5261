import type { Actor } from './actor';
import type { LedgerPromotion } from './LedgerPromotion';
import type { PromotionPath } from './promotionPath';

/**
 * What the derivation of entries needs to know beside the object. All of it is optional knowledge: what is not known
 * stays absent from the entries.
 *
 * @public
 */
export interface LedgerContext {
  readonly controlPlane: string;
  /** When the object was seen, ISO 8601; stands in for times that nobody recorded. */
  readonly observedAt: string;
  /** Identities with which the portal acts, in Kargo's notation. */
  readonly portalIdentities: readonly string[];
  readonly allowedPaths: readonly PromotionPath[];
  /** Takes secrets out of what steps, verifications and people wrote. */
  redact?(text: string): string;
  riskClassOf?(project: string, stage: string): string | undefined;
  versionOf?(project: string, freight: string): string | undefined;
  /** What the stage had of the same warehouse before a promotion. */
  contentBefore?(promotion: LedgerPromotion): StageContent | undefined;
  /** Whether the portal's own records have asked for this promotion. */
  knowsPromotion?(promotion: LedgerPromotion): boolean;
  /** Why a promotion did not succeed, where the rules know. */
  diagnosisOf?(promotion: LedgerPromotion): LedgerDiagnosis | undefined;
  /** The portal's own record of an approval. */
  portalApproval?(approval: {
    readonly project: string;
    readonly freight: string;
    readonly stage: string;
    readonly approvedAt: string | undefined;
  }): PortalApproval | undefined;
}

/**
 * The cause of a failure, as it was known when it was recorded.
 *
 * @public
 */
export interface LedgerDiagnosis {
  readonly rule: string;
  readonly cause: string;
  readonly confidence?: string;
}

/**
 * Freight in a stage.
 *
 * @public
 */
export interface StageContent {
  readonly freight?: string;
  readonly version?: string;
}

/**
 * What the portal knows of an approval that it made.
 *
 * @public
 */
export interface PortalApproval {
  readonly actor: Actor;
  readonly reason?: string;
}
