import type { KubernetesObjectRef } from '../KubernetesObjectRef';
import type { UnreadableObject } from '../unreadable';

/**
 * What is known beside the bindings.
 *
 * @public
 */
export interface BreakGlassContext {
  /** ISO 8601. */
  readonly observedAt: string;
  /** Roles that let their holder go around the platform, as `ClusterRole/name` or `Role/name`; `*` stands for any characters. Absent: {@link DEFAULT_POWERFUL_ROLES}. */
  readonly powerfulRoles?: readonly string[];
  /** User names of programs that sign in as a user; `*` stands for any characters. */
  readonly automationUsers?: readonly string[];
  /** Absent: {@link DEFAULT_EXPIRY_ANNOTATIONS}. */
  readonly expiryAnnotations?: readonly string[];
}

/**
 * A powerful role that was given to people by name.
 *
 * @public
 */
export interface BreakGlassGrant {
  /** Derived from the binding, so that looking again finds the same one. */
  readonly id: string;
  readonly binding: KubernetesObjectRef;
  /** Such as `ClusterRole/cluster-admin`. */
  readonly role: string;
  /** How far it reaches. */
  readonly scope: 'cluster' | 'namespace';
  /** Names of the users: personal data, for a keyed hash and nothing else. */
  readonly users: readonly string[];
  /** ISO 8601 in UTC; `undefined` where the binding does not say. */
  readonly createdAt: string | undefined;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string | undefined;
  /** `expired`: it should be gone, and is in force; `unknown-expiry`: the annotation holds no time. */
  readonly state: 'active' | 'expired' | 'without-expiry' | 'unknown-expiry';
}

/**
 * A binding that is no way around the platform.
 *
 * @public
 */
export interface PassedOverBinding {
  readonly binding: KubernetesObjectRef;
  /** Name of the rule that says so. */
  readonly rule: string;
  readonly why: string;
}

/**
 * Powerful roles given by name, bindings that are passed over and why, and what cannot be read.
 *
 * @public
 */
export interface BreakGlassFindings {
  readonly grants: readonly BreakGlassGrant[];
  readonly passedOver: readonly PassedOverBinding[];
  readonly unreadable: readonly UnreadableObject[];
}
