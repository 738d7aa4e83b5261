import type { UnreadableObject } from '../unreadable';

/**
 * Who lets something past.
 *
 * @public
 */
export type PolicySystem =
  | 'kyverno'
  | 'gatekeeper'
  | 'pod-security'
  | 'validating-admission-policy';

/**
 * A place at which a policy does not bind, of whatever system. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface PolicyException {
  /** Derived from the object, so that looking again finds the same one. */
  readonly id: string;
  readonly system: PolicySystem;
  /** Kind of the object that says so. */
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** `excluded`: the policy does not look; `not-enforced`: it looks, and only warns or reports. */
  readonly effect: 'excluded' | 'not-enforced';
  /** Names of policies, with the rule after a slash where there is one; `*` for all. */
  readonly policies: readonly string[];
  /** What it covers, for a reader. */
  readonly covers: string;
  readonly reason: string | undefined;
  readonly createdAt: string | undefined;
  readonly expiresAt: string | undefined;
  /** `overdue`: it should be gone, and is in force; `expired`: the system no longer heeds it. */
  readonly state: 'in-force' | 'overdue' | 'expired';
  /** What it weighs: workloads of teams that it covers now. */
  readonly weight: {
    /** 0 where it covers nothing real. */
    readonly workloads: number;
    /** Otherwise these are at most: it has conditions that are not evaluated here. */
    readonly exact: boolean;
  };
}

/**
 * Something that looks like an exception and is none.
 *
 * @public
 */
export interface PassedOverException {
  /** `Kind name` of the object. */
  readonly object: string;
  /** Name of the rule that says so. */
  readonly rule: string;
  readonly why: string;
}

/**
 * Exceptions, what is passed over and why, and what cannot be read.
 *
 * @public
 */
export interface PolicyExceptionFindings {
  readonly exceptions: readonly PolicyException[];
  readonly passedOver: readonly PassedOverException[];
  readonly unreadable: readonly UnreadableObject[];
}

/**
 * What is known beside the exceptions.
 *
 * @public
 */
export interface PolicyExceptionContext {
  /** ISO 8601. */
  readonly observedAt: string;
  /** Deployments, StatefulSets, DaemonSets, Jobs and CronJobs of the cluster. */
  readonly workloads: readonly unknown[];
  /** Namespace objects of the cluster. */
  readonly namespaces: readonly unknown[];
  /** `*` stands for any characters. Absent: {@link SYSTEM_NAMESPACES}. */
  readonly ignoredNamespaces?: readonly string[];
  /** Absent: {@link DEFAULT_EXPIRY_ANNOTATIONS}. */
  readonly expiryAnnotations?: readonly string[];
  /** Annotations that hold a reason. Absent: {@link DEFAULT_REASON_ANNOTATIONS}. */
  readonly reasonAnnotations?: readonly string[];
}
