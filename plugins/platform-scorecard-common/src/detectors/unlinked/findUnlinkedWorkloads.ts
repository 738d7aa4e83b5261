import { matchesAnyGlob } from '../glob';
import { objectKey } from '../KubernetesObjectRef';
import { matchesSelector } from '../labelSelector';
import { readAll } from '../readAll';
import { SYSTEM_NAMESPACES } from '../systemNamespaces';
import { readWorkload, type Workload } from '../Workload';
import { readNamespace, type WorkloadNamespace } from '../WorkloadNamespace';
import type {
  CatalogWorkloadLink,
  PassedOverWorkload,
  UnlinkedContext,
  UnlinkedFindings,
  UnlinkedWorkload,
} from './UnlinkedWorkload';

/**
 * Labels and annotations that name the owner of a namespace.
 *
 * @public
 */
export const DEFAULT_OWNER_KEYS: readonly string[] = [
  'backstage.io/owner',
  'app.kubernetes.io/owner',
  'owner',
  'team',
];

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const DEFAULT_MINIMUM_AGE_DAYS = 7;
const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

/** Labels of what the provider of the cluster runs in it. */
const ADD_ON_LABELS = [
  'addonmanager.kubernetes.io/mode',
  'kubernetes.io/cluster-service',
];

interface SeenWorkload {
  readonly workload: Workload;
  readonly namespace: WorkloadNamespace | undefined;
  readonly context: UnlinkedContext;
}

interface PassOverRule extends Pick<PassedOverWorkload, 'rule' | 'why'> {
  readonly undecidable?: boolean;
  matches(seen: SeenWorkload): boolean;
}

/** They are asked in this order, and the first that matches counts. */
const PASS_OVER_RULES: readonly PassOverRule[] = [
  {
    rule: 'linked',
    why: 'an entity of the catalog finds it',
    matches: ({ workload, context }) =>
      context.links.some(link => isLinked(workload, link)),
  },
  {
    rule: 'system-namespace',
    why: 'a namespace in which no team delivers',
    matches: ({ workload, context }) =>
      matchesAnyGlob(
        context.ignoredNamespaces ?? SYSTEM_NAMESPACES,
        workload.ref.namespace,
      ),
  },
  {
    rule: 'owned-by-controller',
    why: 'the child of a controller: its parent is to be linked',
    matches: ({ workload }) => workload.controlled,
  },
  {
    rule: 'add-on',
    why: 'an add-on that the provider of the cluster runs',
    matches: ({ workload: { labels } }) =>
      ADD_ON_LABELS.some(label => Object.hasOwn(labels, label)),
  },
  {
    rule: 'finished',
    why: 'a Job that is over',
    matches: ({ workload }) => workload.finished,
  },
  {
    rule: 'namespace-unknown',
    why: 'its namespace could not be read, so that its owner is unknown',
    undecidable: true,
    matches: ({ namespace }) => namespace === undefined,
  },
  {
    rule: 'namespace-has-owner',
    why: 'its namespace names an owner',
    matches: ({ namespace, context }) =>
      (context.ownerKeys ?? DEFAULT_OWNER_KEYS).some(
        key => namespace?.labels[key] || namespace?.annotations[key],
      ),
  },
  {
    rule: 'age-unknown',
    why: 'it does not say when it was created',
    undecidable: true,
    matches: ({ workload }) => workload.createdAt === undefined,
  },
  {
    rule: 'too-young',
    why: 'it is too young: linking takes some days',
    matches: ({ workload, context }) =>
      workload.createdAt !== undefined &&
      ageDays(workload.createdAt, context.observedAt) <
        (context.minimumAgeDays ?? DEFAULT_MINIMUM_AGE_DAYS),
  },
];

/**
 * Workloads that no entity of the catalog finds, that have nobody as an owner by their namespace, and that have been there
 * for a week: what teams run beside the platform.
 *
 * @param objects - Deployments, StatefulSets, DaemonSets, Jobs and CronJobs of one cluster
 *
 * @public
 */
export function findUnlinkedWorkloads(
  objects: readonly unknown[],
  context: UnlinkedContext,
): UnlinkedFindings {
  const workloads = readAll(objects, readWorkload);
  const namespaces = readAll(context.namespaces, readNamespace);
  const byName = new Map(
    namespaces.values.map(namespace => [namespace.name, namespace]),
  );
  const unlinked: UnlinkedWorkload[] = [];
  const passedOver: PassedOverWorkload[] = [];
  for (const workload of workloads.values) {
    const seen = {
      workload,
      namespace: byName.get(workload.ref.namespace),
      context,
    };
    const rule = PASS_OVER_RULES.find(candidate => candidate.matches(seen));
    if (rule) {
      const { rule: name, why, undecidable = false } = rule;
      passedOver.push({ object: workload.ref, rule: name, why, undecidable });
    } else if (workload.createdAt !== undefined) {
      unlinked.push({
        id: `${objectKey(workload.ref)}:unlinked`,
        object: workload.ref,
        createdAt: new Date(workload.createdAt).toISOString(),
        ageDays: Math.floor(ageDays(workload.createdAt, context.observedAt)),
        rule: hasId(workload) ? 'id-without-entity' : 'no-link',
      });
    }
  }
  return {
    unlinked,
    passedOver,
    unreadable: [...workloads.unreadable, ...namespaces.unreadable],
  };
}

function ageDays(createdAt: string, observedAt: string): number {
  return (
    (Date.parse(observedAt) - Date.parse(createdAt)) / MILLISECONDS_PER_DAY
  );
}

function hasId({ labels, podLabels }: Workload): boolean {
  return Boolean(labels[KUBERNETES_ID] || podLabels[KUBERNETES_ID]);
}

/** The Kubernetes plugin asks for objects with the label; pods carry it more often than what makes them. */
function isLinked(
  { ref, labels, podLabels }: Workload,
  { kubernetesId, selector, namespace }: CatalogWorkloadLink,
): boolean {
  if (namespace !== undefined && namespace !== ref.namespace) {
    return false;
  }
  const wanted =
    selector ??
    (kubernetesId && { matchLabels: { [KUBERNETES_ID]: kubernetesId } });
  return (
    Boolean(wanted) &&
    [labels, podLabels].some(own => matchesSelector(wanted || undefined, own))
  );
}
