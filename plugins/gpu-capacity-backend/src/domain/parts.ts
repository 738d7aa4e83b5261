import type { ObservationState } from '@fairway/kubernetes-resources';
import type { PartView } from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

/** Parts beside nodes and pods; what the cluster does not serve is left out. */
export function partsOf(cluster: ClusterView): PartView[] {
  const { budgets, queues, workloads } = cluster;
  return [
    ...partOf('budgets', budgets.state),
    ...(queues ? withGaps('queues', queues.observed, queues.unobserved) : []),
    ...partOf('quotas', workloads.quotas),
    ...(workloads.unobserved.length > 0
      ? [
          {
            name: 'workloads' as const,
            status: 'unobserved' as const,
            reason: workloads.unobserved.join(' '),
          },
        ]
      : []),
  ];
}

function withGaps(
  name: PartView['name'],
  state: ObservationState,
  gaps: readonly string[],
): PartView[] {
  return gaps.length === 0
    ? partOf(name, state)
    : [{ name, status: 'unobserved', reason: gaps.join(' ') }];
}

function partOf(name: PartView['name'], state: ObservationState): PartView[] {
  if (state.status === 'absent') return [];
  return [
    {
      name,
      status: state.status === 'forbidden' ? 'unobserved' : state.status,
      ...(state.status === 'forbidden' && { reason: state.message }),
      ...(state.status === 'stale' && { reason: state.error }),
    },
  ];
}
