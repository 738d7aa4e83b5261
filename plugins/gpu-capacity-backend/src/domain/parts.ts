import type { ObservationState } from '@fairway/kubernetes-resources';
import type { PartView } from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

/** What is known beside nodes and pods, and why not where it is not. What the cluster does not serve is left out. */
export function partsOf({
  budgets,
  claims,
  activity,
}: ClusterView): readonly PartView[] {
  return [
    ...partOf('budgets', [budgets.state]),
    ...partOf('claims', claims.states),
    ...(activity
      ? [
          {
            name: 'metrics' as const,
            status: activity.freshness.status,
            ...(activity.freshness.status === 'unobserved' && {
              reason: activity.freshness.reason,
            }),
            ...(activity.freshness.status === 'stale' && {
              reason: activity.freshness.error,
            }),
          },
        ]
      : [{ name: 'metrics' as const, status: 'loading' as const }]),
  ];
}

/** A part is as current as the worst of what it is made of. */
export function partOf(
  name: PartView['name'],
  states: readonly ObservationState[],
): readonly PartView[] {
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
