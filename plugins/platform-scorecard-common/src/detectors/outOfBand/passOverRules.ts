import { matchesAnyGlob } from '../glob';
import { SYSTEM_NAMESPACES } from '../systemNamespaces';
import { changedPaths } from './changedPaths';
import { isPathName } from './pathName';
import type { SeenEntry } from './SeenEntry';

/** Why an entry is no change around the path. */
interface PassOverRule {
  readonly rule: string;
  readonly why: string;
  /** Managed fields cannot tell here: there may have been a person. */
  readonly undecidable?: boolean;
  matches(seen: SeenEntry): boolean;
}

const METADATA_ONLY: ReadonlySet<string> = new Set(['metadata']);

/** Each is a class of false positives. They are asked in this order, and the first that matches counts. */
export const PASS_OVER_RULES: readonly PassOverRule[] = [
  {
    rule: 'status-only',
    why: 'the status says what is, not what is wanted',
    matches: ({ entry }) => entry.subresource === 'status',
  },
  {
    rule: 'metadata-only',
    why: 'only labels, annotations or finalizers',
    matches: ({ entry, counted }) =>
      counted.length === 0 &&
      entry.paths.every(([root]) => METADATA_ONLY.has(root)),
  },
  {
    rule: 'no-spec',
    why: 'nothing of what counts, such as the data of a ConfigMap',
    matches: ({ counted }) => counted.length === 0,
  },
  {
    rule: 'namespace-out-of-scope',
    why: 'the namespace is not looked at',
    matches: ({ object, context }) =>
      object.ref.namespace !== undefined &&
      matchesAnyGlob(
        context.ignoredNamespaces ?? SYSTEM_NAMESPACES,
        object.ref.namespace,
      ),
  },
  {
    rule: 'no-change',
    why: 'applied what was there already: the API server gave it no time',
    matches: ({ entry }) =>
      entry.operation === 'Apply' &&
      entry.time === undefined &&
      entry.subresource === undefined,
  },
  {
    rule: 'service-account',
    why: 'the audit log says that a service account wrote it',
    matches: ({ actor }) => actor === 'service-account',
  },
  {
    rule: 'former-path',
    why: 'written by the path before its migration',
    matches: ({ entry: { manager, time }, context }) => {
      const { former } = context.deliveryPath;
      return (
        former !== undefined &&
        time !== undefined &&
        matchesAnyGlob(former.managers, manager) &&
        Date.parse(time) <= Date.parse(former.until)
      );
    },
  },
  {
    rule: 'name-of-the-path',
    why: 'an Update beside the Apply of the path under one name: the path itself, or somebody who borrows its name',
    undecidable: true,
    matches: seen =>
      isPathName(seen) &&
      seen.actor === undefined &&
      seen.entry.operation === 'Update' &&
      isAfterDelivery(seen) &&
      (seen.object.entries ?? []).some(
        ({ manager, operation }) =>
          manager === seen.entry.manager && operation === 'Apply',
      ),
  },
  {
    rule: 'delivery-path',
    why: 'written by the declared path',
    matches: isPathName,
  },
  {
    rule: 'before-first-apply',
    why: 'what was there before the first server-side apply: the API server knows no writer',
    undecidable: true,
    matches: ({ entry }) => entry.manager === 'before-first-apply',
  },
  {
    rule: 'ancient-changes',
    why: 'the oldest of more than ten managers, merged: the API server has forgotten who they were',
    undecidable: true,
    matches: ({ entry }) => entry.manager === 'ancient-changes',
  },
  {
    rule: 'controller',
    why: 'written by a controller',
    matches: ({ managerRule, actor }) =>
      managerRule?.class === 'controller' && actor !== 'person',
  },
  {
    rule: 'other-delivery-tool',
    why: 'written by a delivery tool that is not the declared path',
    matches: ({ managerRule, actor }) =>
      managerRule?.class === 'delivery' && actor !== 'person',
  },
  {
    rule: 'break-glass-window',
    why: 'going around was the agreed way at that time',
    matches: ({ entry, object, context }) => {
      const at = Date.parse(entry.time ?? context.observedAt);
      return (context.breakGlassWindows ?? []).some(
        ({ from, until, namespaces }) =>
          at >= Date.parse(from) &&
          at <= Date.parse(until) &&
          (namespaces === undefined ||
            matchesAnyGlob(namespaces, object.ref.namespace ?? '')),
      );
    },
  },
  {
    rule: 'owned-by-operator',
    why: 'the child of a custom resource, and a tool that operators run as well as people',
    undecidable: true,
    matches: ({ object, managerRule, actor }) =>
      object.ownerGroup !== undefined &&
      !isBuiltInGroup(object.ownerGroup) &&
      !managerRule?.interactive &&
      actor !== 'person',
  },
  {
    rule: 'shared-values',
    why: 'applied values that others own as well, beside something else that it changed',
    undecidable: true,
    matches: seen => changedPaths(seen).paths.length === 0,
  },
];

function isAfterDelivery({ entry, context }: SeenEntry): boolean {
  const { lastDeliveryAt } = context.deliveryPath;
  return (
    entry.time !== undefined &&
    lastDeliveryAt !== undefined &&
    Date.parse(entry.time) > Date.parse(lastDeliveryAt)
  );
}

/** Groups of Kubernetes have no dot, or end in `k8s.io`; so do some of its projects, whose operators are no scripts. */
function isBuiltInGroup(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}
