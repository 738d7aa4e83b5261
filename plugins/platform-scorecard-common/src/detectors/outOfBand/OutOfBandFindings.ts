import type { KubernetesObjectRef } from '../KubernetesObjectRef';
import type { UnreadableObject } from '../unreadable';
import type { ChangeSeverity } from './changeSeverity';

/**
 * A change that did not come by the path, by one field manager at one time. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface OutOfBandChange {
  /** `uid:manager:time`, so that reading again finds the same one. */
  readonly id: string;
  readonly object: KubernetesObjectRef;
  readonly manager: string;
  /** `undefined` for changes through the scale subresource, for which the API server records none. */
  readonly time: string | undefined;
  readonly observedAt: string;
  /** `operational`: only a restart, which is no bypass. */
  readonly class: 'out-of-band' | 'operational';
  readonly severity: ChangeSeverity;
  /** Such as `spec.template.spec.containers[name=app].image`. */
  readonly paths: readonly string[];
  /** Name of the rule that says so. */
  readonly rule: string;
  /** The rule in words. */
  readonly why: string;
  /** The name of the manager does not prove a person, or the entry no longer shows which of the paths it changed. */
  readonly presumed: boolean;
}

/**
 * Something that was looked at and is no change around the path.
 *
 * @public
 */
export interface PassedOver {
  readonly manager: string;
  readonly time: string | undefined;
  /** Name of the rule that says so: a class of false positives. */
  readonly rule: string;
  readonly why: string;
  /** Managed fields cannot tell here: there may have been a person. */
  readonly undecidable: boolean;
}

/**
 * What the managed fields of one object tell.
 *
 * @public
 */
export type OutOfBandFindings =
  | {
      readonly ok: true;
      readonly object: KubernetesObjectRef;
      readonly changes: readonly OutOfBandChange[];
      readonly passedOver: readonly PassedOver[];
    }
  | ({ readonly ok: false } & UnreadableObject);
