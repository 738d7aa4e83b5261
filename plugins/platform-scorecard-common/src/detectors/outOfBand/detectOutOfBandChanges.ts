import { objectKey } from '../KubernetesObjectRef';
import { changedPaths } from './changedPaths';
import { changeSeverity, isRestart, worstSeverity } from './changeSeverity';
import { pathText } from './fieldPaths';
import { readManagedObject } from './ManagedObject';
import type { OutOfBandContext } from './OutOfBandContext';
import type {
  OutOfBandChange,
  OutOfBandFindings,
  PassedOver,
} from './OutOfBandFindings';
import { PASS_OVER_RULES } from './passOverRules';
import { isAfterItsDelivery } from './pathName';
import { seeEntry, type SeenEntry } from './SeenEntry';

/**
 * Which changes of an object did not come by its delivery path, by its `metadata.managedFields`, and what was seen there
 * that is no such change.
 *
 * @remarks
 * Managed fields say who owns a field now. They do not tell of what was reverted, of names that were borrowed, of scaling
 * where nobody owned the replicas or to zero, nor of entries that were merged or stripped: for these there is the audit
 * log. A second change by one manager takes the place of the first, so that facts are to be kept as they are found.
 *
 * @param object - any Kubernetes object; it is read narrowly, and never trusted
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 *
 * @public
 */
export function detectOutOfBandChanges(
  object: unknown,
  context: OutOfBandContext,
): OutOfBandFindings {
  const read = readManagedObject(object);
  if (!read.ok) {
    return read;
  }
  const { ref, entries, unreadable } = read.value;
  const changes: OutOfBandChange[] = [];
  const passedOver: PassedOver[] = unreadable.map(({ manager, problem }) => ({
    manager,
    time: undefined,
    rule: 'unreadable',
    why: `the entry cannot be read: ${problem}`,
    undecidable: true,
  }));
  if (!entries) {
    passedOver.push({
      manager: '',
      time: undefined,
      rule: 'no-managed-fields',
      why: 'the object has no managed fields: they were cleared, or a cache strips them',
      undecidable: true,
    });
  }
  for (const entry of entries ?? []) {
    const seen = seeEntry(entry, read.value, context);
    const rule = PASS_OVER_RULES.find(candidate => candidate.matches(seen));
    if (rule) {
      passedOver.push({
        manager: entry.manager,
        time: entry.time,
        rule: rule.rule,
        why: rule.why,
        undecidable: rule.undecidable ?? false,
      });
    } else {
      changes.push(changeOf(seen));
    }
  }
  return { ok: true, object: ref, changes: mergeSameId(changes), passedOver };
}

function changeOf(seen: SeenEntry): OutOfBandChange {
  const { entry, object, context } = seen;
  const { paths, some } = changedPaths(seen);
  return {
    id: `${objectKey(object.ref)}:${entry.manager}:${
      entry.time ?? entry.subresource ?? 'untimed'
    }`,
    object: object.ref,
    manager: entry.manager,
    time: entry.time,
    observedAt: context.observedAt,
    class: isRestart(paths) ? 'operational' : 'out-of-band',
    severity: changeSeverity(paths),
    paths: paths.map(pathText),
    ...reasonOf(seen, some),
  };
}

function reasonOf(
  seen: SeenEntry,
  some: boolean,
): Pick<OutOfBandChange, 'rule' | 'why' | 'presumed'> {
  if (seen.actor === 'person') {
    return {
      rule: 'audited-person',
      why: 'the audit log says that a person wrote it',
      presumed: false,
    };
  }
  if (isAfterItsDelivery(seen)) {
    return {
      rule: 'name-of-the-path-after-delivery',
      why: 'a tool that the path uses as well, at a time at which the path did not deliver',
      presumed: true,
    };
  }
  const { managerRule } = seen;
  return managerRule
    ? {
        rule: managerRule.rule,
        why: managerRule.why,
        presumed: managerRule.class === 'library' || some,
      }
    : {
        rule: 'unknown-manager',
        why: 'a manager that nobody declared, and whose name is not that of a controller',
        presumed: true,
      };
}

/** One manager may have an entry a subresource, with the same time. */
function mergeSameId(changes: readonly OutOfBandChange[]): OutOfBandChange[] {
  const byId = new Map<string, OutOfBandChange>();
  for (const change of changes) {
    const known = byId.get(change.id);
    byId.set(
      change.id,
      known
        ? {
            ...known,
            class: known.class === 'operational' ? change.class : known.class,
            severity: worstSeverity([known.severity, change.severity]),
            paths: Array.from(new Set([...known.paths, ...change.paths])),
          }
        : change,
    );
  }
  return Array.from(byId.values());
}
