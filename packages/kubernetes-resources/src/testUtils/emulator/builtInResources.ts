import { valueAt } from './KubernetesObject';
import { podColumns } from './podColumns';
import type { ResourceDefinition } from './ResourceDefinition';

const DEFAULT_GRACE_SECONDS = 30;
const FINISHED = ['Succeeded', 'Failed'];

/**
 * Built-in kinds that clusters of the emulator can serve.
 *
 * @public
 */
export const builtInResources = {
  namespaces: {
    group: '',
    version: 'v1',
    kind: 'Namespace',
    plural: 'namespaces',
    namespaced: false,
    shortNames: ['ns'],
    builtIn: true,
    status: true,
    initialStatus: { phase: 'Active' },
    generation: false,
    selectableFields: ['status.phase'],
  },
  nodes: {
    group: '',
    version: 'v1',
    kind: 'Node',
    plural: 'nodes',
    namespaced: false,
    shortNames: ['no'],
    builtIn: true,
    status: true,
    generation: false,
    selectableFields: ['spec.unschedulable'],
  },
  pods: {
    group: '',
    version: 'v1',
    kind: 'Pod',
    plural: 'pods',
    namespaced: true,
    shortNames: ['po'],
    categories: ['all'],
    builtIn: true,
    status: true,
    initialStatus: { phase: 'Pending' },
    // A pod that runs somewhere is removed by its kubelet after the grace period.
    deletionGraceSeconds: pod =>
      valueAt(pod, ['spec', 'nodeName']) &&
      !FINISHED.includes(String(valueAt(pod, ['status', 'phase'])))
        ? Number(
            valueAt(pod, ['spec', 'terminationGracePeriodSeconds']) ??
              DEFAULT_GRACE_SECONDS,
          )
        : 0,
    selectableFields: [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.nominatedNodeName',
    ],
    columns: podColumns,
  },
  configMaps: {
    group: '',
    version: 'v1',
    kind: 'ConfigMap',
    plural: 'configmaps',
    namespaced: true,
    shortNames: ['cm'],
    builtIn: true,
    generation: false,
  },
  events: {
    group: '',
    version: 'v1',
    kind: 'Event',
    plural: 'events',
    namespaced: true,
    shortNames: ['ev'],
    builtIn: true,
    generation: false,
    selectableFields: [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'reason',
      'type',
    ],
  },
  resourceQuotas: {
    group: '',
    version: 'v1',
    kind: 'ResourceQuota',
    plural: 'resourcequotas',
    namespaced: true,
    shortNames: ['quota'],
    builtIn: true,
    status: true,
    generation: false,
  },
  deployments: {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    plural: 'deployments',
    namespaced: true,
    shortNames: ['deploy'],
    categories: ['all'],
    builtIn: true,
    status: true,
  },
  leases: {
    group: 'coordination.k8s.io',
    version: 'v1',
    kind: 'Lease',
    plural: 'leases',
    namespaced: true,
    builtIn: true,
    generation: false,
  },
} satisfies Record<string, ResourceDefinition>;
