import { matchesGlob } from '../glob';
import { groupOf } from '../KubernetesObjectRef';
import type { Labels } from '../labelSelector';
import type { Workload } from '../Workload';
import type { WorkloadNamespace } from '../WorkloadNamespace';
import type { Coverage } from './Coverage';

/** What a policy gets to see of a workload: the workload itself, or one of its pods. */
export interface AdmittedObject {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  /** `undefined` where the namespace could not be read. */
  readonly namespaceLabels: Labels | undefined;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Whether a pattern with `*` and `?` covers its name. */
  named(pattern: string): Coverage;
}

/** A workload reaches admission as itself and as its pods: who covers either covers the workload. */
export function admittedObjects(
  workload: Workload,
  namespace: WorkloadNamespace | undefined,
): readonly [itself: AdmittedObject, pod: AdmittedObject] {
  const { apiVersion, kind, name } = workload.ref;
  const group = groupOf(apiVersion);
  const common = {
    namespace: workload.ref.namespace,
    namespaceLabels: namespace?.labels,
  };
  return [
    {
      ...common,
      group,
      version: group ? apiVersion.slice(group.length + 1) : apiVersion,
      kind,
      labels: workload.labels,
      annotations: workload.annotations,
      named: pattern => (matchesGlob(pattern, name) ? 'yes' : 'no'),
    },
    {
      ...common,
      group: '',
      version: 'v1',
      kind: 'Pod',
      labels: workload.podLabels,
      annotations: {},
      named: pattern => podNamed(pattern, name),
    },
  ];
}

/** A pod is called like its workload, with an end that nobody knows beforehand. */
function podNamed(pattern: string, workload: string): Coverage {
  if (pattern.endsWith('*') && matchesGlob(pattern, `${workload}-0`)) {
    return 'yes';
  }
  return pattern.startsWith(`${workload}-`) || pattern.startsWith('*')
    ? 'maybe'
    : 'no';
}
