import type { ObservationState } from '@fairway/kubernetes-resources';
import type { PartView } from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

/** What is known beside nodes and pods, and why not where it is not. What the cluster does not serve is left out. */
export function partsOf(cluster: ClusterView): PartView[] {
  const { budgets, claims, queues, workloads } = cluster;
  return [
    ...partOf('budgets', [budgets.state]),
    ...(queues ? withGaps('queues', queues.observed, queues.unobserved) : []),
    ...partOf('quotas', [workloads.quotas]),
    ...partOf('claims', claims.states),
    ...(workloads.unobserved.length > 0
      ? [
          {
            name: 'workloads' as const,
            status: 'unobserved' as const,
            reason: workloads.unobserved.join(' '),
          },
        ]
      : []),
    metricsPart(cluster),
  ];
}

function metricsPart({ activity }: ClusterView): PartView {
  if (!activity) return { name: 'metrics', status: 'loading' };
  const { freshness } = activity;
  switch (freshness.status) {
    case 'unobserved':
      return {
        name: 'metrics',
        status: 'unobserved',
        reason: freshness.reason,
      };
    case 'stale':
      return { name: 'metrics', status: 'stale', reason: freshness.error };
    default:
      return { name: 'metrics', status: freshness.status };
  }
}

function withGaps(
  name: PartView['name'],
  state: ObservationState,
  gaps: readonly string[],
): PartView[] {
  return gaps.length === 0
    ? partOf(name, [state])
    : [{ name, status: 'unobserved', reason: gaps.join(' ') }];
}

/** A part is as current as the worst of what it is made of. */
function partOf(
  name: PartView['name'],
  states: readonly ObservationState[],
): PartView[] {
  if (states.some(({ status }) => status === 'absent')) return [];
  for (const state of states) {
    if (state.status === 'forbidden') {
      return [{ name, status: 'unobserved', reason: state.message }];
    }
    if (state.status === 'stale') {
      return [{ name, status: 'stale', reason: state.error }];
    }
  }
  const isLoading = states.some(({ status }) => status === 'loading');
  return [{ name, status: isLoading ? 'loading' : 'live' }];
}
