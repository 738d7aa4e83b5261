import type { ObservationState } from '@fairway/kubernetes-resources';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';

/** How current a resource is, in the words of the contract. */
export function freshnessOf(
  state: ObservationState,
): ProjectPromotions['stages']['freshness'] {
  switch (state.status) {
    case 'live':
      return { status: 'live', asOf: state.asOf.toISOString() };
    case 'stale':
      return {
        status: 'stale',
        since: state.since?.toISOString(),
        error: state.error,
      };
    case 'forbidden':
    case 'absent':
      return { status: 'unobserved', reason: state.message };
    default:
      return { status: 'loading' };
  }
}
