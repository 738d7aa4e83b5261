import type { ApprovalBinding, ApprovalRequest } from '../approvals';
import type { FreezeState } from '../calendar';
import type { RiskClass } from '../riskClass';
import type { WhoCanAct } from './control';

/**
 * Something that was looked at, or why it could not be. What is not known never lets anything pass.
 *
 * @public
 */
export type Observed<T> =
  | { readonly status: 'observed'; readonly value: T }
  | { readonly status: 'unknown'; readonly reason: string };

/**
 * Whether Kargo would take the freight in the stage.
 *
 * @public
 */
export interface AvailabilityObservation {
  readonly available: boolean;
  /** Why not, one sentence each. */
  readonly reasons: readonly string[];
  /** When it will be by waiting alone, ISO 8601. */
  readonly availableAt: string | undefined;
  /** It is by a manual approval in Kargo only, which passes over verification and soak. */
  readonly byManualApproval: boolean;
}

/**
 * Verification of the freight upstream; the best one where there are several.
 *
 * @public
 */
export interface VerificationObservation {
  readonly verified: boolean;
  /** Phase of the latest verification, as Kargo says it; absent where there was none. */
  readonly latestPhase: string | undefined;
}

/** @public */
export interface HealthObservation {
  readonly status: string;
  readonly issues: readonly string[];
}

/**
 * A hold of auto-promotion on the stage.
 *
 * @public
 */
export interface HoldObservation {
  readonly freight: string;
  readonly actor: string | undefined;
  readonly since: string | undefined;
}

/**
 * Whether somebody may do something, in the words of who was asked.
 *
 * @public
 */
export interface AccessObservation {
  readonly allowed: boolean;
  /** The permission in Backstage, or verb and resource in Kubernetes. */
  readonly needs: string;
}

/**
 * Whether an executor can do something on a control plane, and why not where it cannot.
 *
 * @public
 */
export type ExecutorSupport =
  | { readonly supported: true }
  | {
      readonly supported: false;
      /** One sentence for people. */
      readonly reason: string;
      readonly whoCanAct: WhoCanAct;
    };

/**
 * What promoting would change.
 *
 * @public
 */
export interface DiffObservation {
  /** Artifacts that change; none where the stage has this freight already. */
  readonly changes: readonly string[];
  /** What cannot be undone, such as a migration of a database, in words. */
  readonly irreversible: readonly string[];
}

/** @public */
export interface ControllerObservation {
  readonly name: string;
  readonly alive: boolean;
  readonly lastSeenAt: string | undefined;
}

/**
 * Promotions of the stage that are not finished.
 *
 * @public
 */
export interface QueueObservation {
  readonly running: string | undefined;
  readonly pending: readonly string[];
}

/**
 * All that is asked before a promotion. Times are ISO 8601.
 *
 * @public
 */
export interface PreflightInput {
  readonly now: string;
  /**
   * A rollback mends, so a stage that is not healthy does not stand against it. `resume` lets auto-promotion go on, so a
   * hold does not stand against it but is what it needs.
   */
  readonly intent: 'promote' | 'rollback' | 'resume';
  /** `execute`: Backstage carries it out. `hand-off`: a person goes on elsewhere. */
  readonly via: 'hand-off' | 'execute';
  /** Whether carrying out is switched on at all. */
  readonly executingEnabled: boolean;
  readonly support: ExecutorSupport;
  readonly binding: ApprovalBinding;
  readonly riskClass: RiskClass;
  readonly availability: Observed<AvailabilityObservation>;
  readonly window: Observed<FreezeState>;
  /** What is not known of the calendar although it was meant to be, one sentence each; nothing by default. */
  readonly calendarGaps?: readonly string[];
  /** Requests for this promotion, whatever their state. */
  readonly approvals: Observed<readonly ApprovalRequest[]>;
  /** How long the freight has been in a stage before, the longest, ISO 8601 duration; for freight from a warehouse, none. */
  readonly soak: Observed<string | undefined>;
  readonly verification: Observed<VerificationObservation>;
  readonly health: Observed<HealthObservation>;
  readonly hold: Observed<HoldObservation | undefined>;
  readonly permission: Observed<AccessObservation>;
  readonly clusterAccess: Observed<AccessObservation>;
  readonly diff: Observed<DiffObservation>;
  /** `no-heartbeats`: the control plane keeps none, as Kargo before v1.10. */
  readonly controller: Observed<ControllerObservation | 'no-heartbeats'>;
  readonly queue: Observed<QueueObservation>;
}
