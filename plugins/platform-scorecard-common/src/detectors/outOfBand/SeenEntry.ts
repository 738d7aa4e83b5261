import { matchesAnyGlob } from '../glob';
import type { FieldPath } from './fieldPaths';
import { findManagerRule, type ManagerRule } from './ManagerRule';
import type { ManagedEntry, ManagedObject } from './ManagedObject';
import { DEFAULT_MANAGER_RULES } from './managerRules';
import type { OutOfBandContext } from './OutOfBandContext';

/** An entry of managed fields with all that a rule needs to judge it. */
export interface SeenEntry {
  readonly entry: ManagedEntry;
  readonly object: ManagedObject;
  readonly context: OutOfBandContext;
  /** Fields of the entry that count. */
  readonly counted: readonly FieldPath[];
  /** Whose hand the manager is; `undefined` where the name says nothing. */
  readonly managerRule: ManagerRule | undefined;
  /** The manager is one of the declared path. */
  readonly onPath: boolean;
  /** Who wrote it by the audit log. */
  readonly actor: 'person' | 'service-account' | undefined;
}

/** The audit log stamps a request a moment before the API server stamps the entry. */
const AUDIT_TOLERANCE_MS = 2_000;

/** Puts together what is known of an entry. */
export function seeEntry(
  entry: ManagedEntry,
  object: ManagedObject,
  context: OutOfBandContext,
): SeenEntry {
  const countedFields = context.countedFields ?? ['spec'];
  const { manager, time } = entry;
  return {
    entry,
    object,
    context,
    counted: entry.paths.filter(([root]) => countedFields.includes(root)),
    managerRule: findManagerRule(
      [...(context.managerRules ?? []), ...DEFAULT_MANAGER_RULES],
      { manager, group: object.group, kind: object.ref.kind },
    ),
    onPath: matchesAnyGlob(context.deliveryPath.managers, manager),
    actor:
      time === undefined
        ? undefined
        : context.auditedWrites?.find(
            write =>
              write.manager === manager &&
              Math.abs(Date.parse(write.time) - Date.parse(time)) <=
                AUDIT_TOLERANCE_MS,
          )?.actor,
  };
}
