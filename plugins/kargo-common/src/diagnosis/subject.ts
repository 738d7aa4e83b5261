/**
 * A step of a promotion, as its execution metadata and its specification tell it. Times are ISO 8601.
 *
 * @public
 */
export interface StepEvidence {
  /** As in the specification: `clone`, or `task-1::clone` in a task. */
  readonly alias?: string;
  /** Kind of the step: `git-clone`. */
  readonly uses?: string;
  /** `Running`, `Succeeded`, `Skipped`, `Aborted`, `Failed` or `Errored`. */
  readonly status?: string;
  readonly message?: string;
  /** Last message seen while the step was retried. A timeout overwrites it in Kargo, so only a watcher has it. */
  readonly lastMessageBeforeRetry?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly errorCount?: number;
  readonly continueOnError?: boolean;
}

/**
 * A promotion. What Kargo leaves out is absent.
 *
 * @public
 */
export interface PromotionEvidence {
  readonly kind: 'promotion';
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  readonly promotion: string;
  readonly phase?: string;
  readonly message?: string;
  readonly finishedAt?: string;
  /** Version of the controller that ran it: `1.10.10`. */
  readonly kargoVersion?: string;
  readonly shard?: string;
  /** URLs of the repositories that the steps work with, where known. */
  readonly repositories?: readonly string[];
  readonly steps?: readonly StepEvidence[];
}

/**
 * Health of a stage. Times are ISO 8601.
 *
 * @public
 */
export interface StageHealthEvidence {
  readonly kind: 'stage-health';
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  /** `Healthy`, `Progressing`, `Unknown`, `Unhealthy` or `NotApplicable`. */
  readonly status?: string;
  readonly issues: readonly string[];
  /** Since when the health has been what it is. */
  readonly since?: string;
  /** When it was read. */
  readonly observedAt?: string;
  readonly kargoVersion?: string;
  readonly shard?: string;
}

/**
 * A verification of freight in a stage. Times are ISO 8601.
 *
 * @public
 */
export interface VerificationEvidence {
  readonly kind: 'verification';
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  /** `Pending`, `Running`, `Successful`, `Failed`, `Error`, `Aborted` or `Inconclusive`. */
  readonly phase?: string;
  readonly message?: string;
  readonly finishedAt?: string;
  readonly kargoVersion?: string;
  readonly shard?: string;
}

/**
 * A condition of a warehouse or of a stage, without its transition time: Kargo keeps the first one for ever.
 *
 * @see akuity/kargo pkg/conditions/conditions.go, `Set`
 *
 * @public
 */
export interface ConditionEvidence {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/**
 * A warehouse that discovers artifacts and creates freight.
 *
 * @public
 */
export interface WarehouseEvidence {
  readonly kind: 'warehouse';
  readonly controlPlane: string;
  readonly project: string;
  readonly warehouse: string;
  /** When it last looked with success. */
  readonly discoveredAt?: string;
  readonly conditions: readonly ConditionEvidence[];
  readonly kargoVersion?: string;
  readonly shard?: string;
}

/**
 * A controller by its lease. Times are ISO 8601.
 *
 * @public
 */
export interface ControllerEvidence {
  readonly kind: 'controller';
  readonly controlPlane: string;
  /** Absent: the controller that serves what has no shard. */
  readonly shard?: string;
  /** Whether the control plane keeps leases at all: late 1.10 and later. */
  readonly leasesKnown: boolean;
  readonly lease?: {
    readonly renewedAt?: string;
    /** Seconds after which a lease that was not renewed counts as lost. */
    readonly durationSeconds?: number;
  };
  readonly observedAt: string;
  readonly kargoVersion?: string;
  /** Version of the control plane, to see a skew. */
  readonly controlPlaneVersion?: string;
}

/**
 * What can be diagnosed.
 *
 * @public
 */
export type DiagnosisSubject =
  | PromotionEvidence
  | StageHealthEvidence
  | VerificationEvidence
  | WarehouseEvidence
  | ControllerEvidence;

/** @public */
export type SubjectKind = DiagnosisSubject['kind'];
