import type { ObservationState } from './ResourceObservation';

/**
 * How current a view is, in a form that can be sent as JSON. Times are ISO 8601.
 *
 * @public
 */
export type Freshness =
  | { status: 'loading' }
  | { status: 'live'; asOf: string }
  | { status: 'stale'; since?: string; error: string }
  | { status: 'unobserved'; reason: string };

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
