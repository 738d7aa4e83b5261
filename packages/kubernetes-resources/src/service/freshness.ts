import type { Freshness } from '@fairway/observation';
import type { ObservationState } from './ResourceObservation';

/**
 * Says how current a view is to a reader, who need not know why something is not observed to see that it is not.
 *
 * @public
 */
export function freshnessOf(state: ObservationState): Freshness {
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
