import type { Artifacts } from './artifacts';
import type { StagePhase } from './stagePhase';
import type { Verification } from './verification';

/** @public */
export const STAGE_HEALTHS = [
  'Healthy',
  'Progressing',
  'Unhealthy',
  'NotApplicable',
  'Unknown',
] as const;

/** @public */
export type StageHealth = (typeof STAGE_HEALTHS)[number];

/**
 * From where a stage takes freight of one origin.
 *
 * @public
 */
export interface FreightRequest {
  /** Key of the origin, such as `Warehouse/orders`. */
  readonly origin: string;
  readonly warehouse: string;
  /** Takes it from the warehouse, without a stage before. */
  readonly direct: boolean;
  /** Upstream stages. */
  readonly stages: readonly string[];
  readonly requiredSoakSeconds: number | undefined;
  /** Whether every upstream stage must have verified it, or one is enough. */
  readonly availability: 'All' | 'OneOf';
  readonly selection: 'NewestFreight' | 'MatchUpstream';
}

/**
 * Freight as a stage remembers it; the freight object itself may be gone.
 *
 * @public
 */
export interface FreightReference {
  readonly origin: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly artifacts: Artifacts;
}

/**
 * What was in a stage at the same time, with its verifications, the newest first.
 *
 * @public
 */
export interface FreightCollection {
  readonly id: string | undefined;
  readonly items: readonly FreightReference[];
  readonly verifications: readonly Verification[];
}

/**
 * Auto-promotion of an origin stands still because somebody promoted something older on purpose.
 *
 * @public
 */
export interface AutoPromotionHold {
  readonly origin: string;
  readonly freight: string | undefined;
  readonly promotion: string | undefined;
  readonly actor: string | undefined;
  readonly createdAt: string | undefined;
}

/**
 * The last promotion of a stage that came to its end, as the stage remembers it.
 *
 * @public
 */
export interface LastPromotion {
  readonly name: string;
  readonly freight: string | undefined;
  readonly phase: string | undefined;
  readonly message: string | undefined;
  readonly finishedAt: string | undefined;
  readonly steps: ReadonlyArray<{
    readonly alias: string | undefined;
    readonly status: string | undefined;
    readonly message: string | undefined;
    readonly continueOnError: boolean;
    readonly startedAt: string | undefined;
    readonly finishedAt: string | undefined;
  }>;
}

/**
 * A stage as the promotion view needs it. Times are ISO 8601.
 *
 * @public
 */
export interface Stage {
  readonly project: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Passes freight on without running anything. */
  readonly controlFlow: boolean;
  readonly shard: string | undefined;
  readonly requests: readonly FreightRequest[];
  /** Stages it takes freight from; empty where it takes it from warehouses only. */
  readonly upstream: readonly string[];
  /** What its promotions run, by the name of the step. */
  readonly steps: readonly string[];
  /** Whether freight is verified by analysis; without it, being healthy is enough. */
  readonly verifies: boolean;
  readonly phase: StagePhase;
  /** What Kargo says about the phase. */
  readonly phaseMessage: string | undefined;
  readonly health: StageHealth;
  readonly healthIssues: readonly string[];
  /** Newest first, at most ten; the first one is in the stage. */
  readonly history: readonly FreightCollection[];
  /** What is in the stage; absent where there is nothing. */
  readonly freight:
    | { readonly name: string; readonly version: string | undefined }
    | undefined;
  /** Phase of the latest verification of that freight; absent where there was none. */
  readonly verification: string | undefined;
  readonly autoPromotion: boolean;
  readonly holds: readonly AutoPromotionHold[];
  readonly currentPromotion: string | undefined;
  readonly lastPromotion: LastPromotion | undefined;
  /** Applications that the last successful promotion updated. */
  readonly argocdApps: ReadonlyArray<{
    readonly name: string;
    readonly namespace: string | undefined;
  }>;
  /** What Kargo says of its own promotion windows (since v1.12, where they are licensed). */
  readonly window: PromotionWindowStatus | undefined;
}

/**
 * @see akuity/kargo api/v1alpha1/stage_types.go, `PromotionWindowStatus`
 *
 * @public
 */
export interface PromotionWindowStatus {
  readonly closed: boolean;
  readonly reason: string | undefined;
  /** Absent while closed: no known end. */
  readonly nextOpen: string | undefined;
}
