import type { ManagerRule } from './ManagerRule';

/**
 * How an object is delivered, as its operators declare it. Times are ISO 8601.
 *
 * @public
 */
export interface DeliveryPath {
  /** Field managers of the path; `*` stands for any characters. */
  readonly managers: readonly string[];
  /** Last sync or promotion of the object. */
  readonly lastDeliveryAt?: string | undefined;
  /** The path before a migration: what these managers wrote until then was on path. */
  readonly former?: {
    readonly managers: readonly string[];
    readonly until: string;
  };
}

/**
 * A stretch of time in which going around the path was the agreed way. Times are ISO 8601.
 *
 * @public
 */
export interface BreakGlassWindow {
  readonly from: string;
  readonly until: string;
  /** Only in these namespaces; `*` stands for any characters. Absent: everywhere. */
  readonly namespaces?: readonly string[];
}

/**
 * What the audit log says of a write: the only source that knows who is behind a name. Times are ISO 8601.
 *
 * @public
 */
export interface AuditedWrite {
  readonly manager: string;
  readonly time: string;
  readonly actor: 'person' | 'service-account';
}

/**
 * What is known beside the object itself.
 *
 * @public
 */
export interface OutOfBandContext {
  readonly deliveryPath: DeliveryPath;
  /** When the object was read, as ISO 8601: the time of changes that have none. */
  readonly observedAt: string;
  /** Rules that come before {@link DEFAULT_MANAGER_RULES}. */
  readonly managerRules?: readonly ManagerRule[];
  readonly breakGlassWindows?: readonly BreakGlassWindow[];
  readonly auditedWrites?: readonly AuditedWrite[];
  /** Namespaces that nobody looks at; `*` stands for any characters. Absent: {@link SYSTEM_NAMESPACES}. */
  readonly ignoredNamespaces?: readonly string[];
  /** Fields at the root of an object that count. Absent: `spec` only, so that data and roles do not count. */
  readonly countedFields?: readonly string[];
}
