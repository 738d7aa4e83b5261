import type {
  MalformedObject,
  ObservationState,
  ResourceObservation,
} from '@fairway/kubernetes-resources';

/**
 * An observation that is made of literals and never changes, to test consumers without a cluster.
 *
 * @param options - `state` is live as of now where it is left out.
 * @public
 */
export function staticResourceObservation<T>(options: {
  readonly items?: Readonly<Record<string, T>>;
  readonly state?: ObservationState;
  readonly malformed?: readonly MalformedObject[];
}): ResourceObservation<T> {
  const {
    items = {},
    state = { status: 'live', asOf: new Date() },
    malformed = [],
  } = options;
  const snapshot = {
    state,
    items: new Map(Object.entries(items)),
    malformed,
  };
  return {
    snapshot: () => snapshot,
    settled: async () => snapshot,
    subscribe: () => () => {},
    close: () => {},
  };
}
