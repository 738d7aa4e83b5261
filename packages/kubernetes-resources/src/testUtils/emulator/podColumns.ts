import type { JsonObject, JsonValue } from '@backstage/types';
import { humanDuration } from './humanDuration';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, valueAt } from './KubernetesObject';
import type { TableColumn } from './ResourceDefinition';

const NONE = '<none>';

function objectsAt(
  object: KubernetesObject,
  ...path: string[]
): readonly JsonObject[] {
  const value = valueAt(object, path);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function textAt(object: JsonValue | undefined, ...path: string[]): string {
  const value = valueAt(object, path);
  return typeof value === 'string' ? value : '';
}

/** The parts of `printPod` of `pkg/printers/internalversion/printers.go` for pods without init containers. */
function podStatus(pod: KubernetesObject): string {
  let reason =
    textAt(pod, 'status', 'reason') || textAt(pod, 'status', 'phase');
  const gated = objectsAt(pod, 'status', 'conditions').some(
    condition =>
      condition.type === 'PodScheduled' &&
      condition.reason === 'SchedulingGated',
  );
  if (gated) {
    reason = 'SchedulingGated';
  }
  for (const container of objectsAt(pod, 'status', 'containerStatuses')) {
    reason =
      textAt(container, 'state', 'waiting', 'reason') ||
      textAt(container, 'state', 'terminated', 'reason') ||
      reason;
  }
  return pod.metadata.deletionTimestamp === undefined ? reason : 'Terminating';
}

function restarts(pod: KubernetesObject, now: Date): string {
  const statuses = objectsAt(pod, 'status', 'containerStatuses');
  const count = statuses.reduce(
    (sum, status) => sum + Number(status.restartCount ?? 0),
    0,
  );
  const last = statuses
    .map(status => textAt(status, 'lastState', 'terminated', 'finishedAt'))
    .filter(text => text !== '')
    .sort()
    .pop();
  return count > 0 && last
    ? `${count} (${humanDuration(now.getTime() - Date.parse(last))} ago)`
    : String(count);
}

function readinessGates(pod: KubernetesObject): string {
  const gates = objectsAt(pod, 'spec', 'readinessGates');
  if (gates.length === 0) {
    return NONE;
  }
  const conditions = objectsAt(pod, 'status', 'conditions');
  const met = gates.filter(gate =>
    conditions.some(
      condition =>
        condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
}

const ageColumn: TableColumn = {
  name: 'Age',
  type: 'string',
  description: 'Time since the creation.',
  value: ({ metadata }, now) =>
    metadata.creationTimestamp === undefined
      ? '<unknown>'
      : humanDuration(now.getTime() - Date.parse(metadata.creationTimestamp)),
};

export const podColumns: readonly TableColumn[] = [
  {
    name: 'Ready',
    type: 'string',
    description:
      'The aggregate readiness state of this pod for accepting traffic.',
    value: pod => {
      const ready = objectsAt(pod, 'status', 'containerStatuses').filter(
        status => status.ready === true,
      );
      return `${ready.length}/${objectsAt(pod, 'spec', 'containers').length}`;
    },
  },
  {
    name: 'Status',
    type: 'string',
    description: 'The aggregate status of the containers in this pod.',
    value: podStatus,
  },
  {
    name: 'Restarts',
    type: 'string',
    description:
      'The number of times the containers in this pod have been restarted and when the last container in this pod has restarted.',
    value: restarts,
  },
  ageColumn,
  {
    name: 'IP',
    type: 'string',
    priority: 1,
    value: pod => textAt(pod, 'status', 'podIP') || NONE,
  },
  {
    name: 'Node',
    type: 'string',
    priority: 1,
    value: pod => textAt(pod, 'spec', 'nodeName') || NONE,
  },
  {
    name: 'Nominated Node',
    type: 'string',
    priority: 1,
    value: pod => textAt(pod, 'status', 'nominatedNodeName') || NONE,
  },
  {
    name: 'Readiness Gates',
    type: 'string',
    priority: 1,
    value: readinessGates,
  },
];
