import type { FailedResult } from '../api/ClusterAnswer';
import type { ObservationState } from '../service';

/**
 * How far a cache is.
 *
 * @remarks
 * `loading` until the first list is complete or failed. `live` while a list is followed by watches; `watching` says that
 * one is open, so that the view is current now and not only as of the last sign of life. `stale` keeps the items and, as
 * long as the server may still have the changes since, the version to go on from. `forbidden` and `absent` hold nothing.
 */
export type CacheState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'live';
      readonly resourceVersion: string;
      readonly asOfMs: number;
      readonly watching: boolean;
    }
  | {
      readonly status: 'stale';
      readonly resourceVersion: string | undefined;
      readonly sinceMs: number | undefined;
      readonly error: string;
      /** Whether the last answer was a refusal. */
      readonly refused: boolean;
    }
  | { readonly status: 'forbidden'; readonly message: string }
  | { readonly status: 'absent'; readonly message: string };

export type CacheAction =
  | { readonly type: 'listed'; readonly resourceVersion: string }
  | { readonly type: 'watch-opened' }
  | { readonly type: 'advanced'; readonly resourceVersion: string | undefined }
  | { readonly type: 'watch-ended' }
  | { readonly type: 'failed'; readonly failure: FailedResult };

/** The next state. Pure; time is an argument. */
export function reduceCacheState(
  state: CacheState,
  action: CacheAction,
  atMs: number,
): CacheState {
  switch (action.type) {
    case 'listed':
      return {
        status: 'live',
        resourceVersion: action.resourceVersion,
        asOfMs: atMs,
        watching: false,
      };
    case 'watch-opened':
      return liveFrom(state, undefined, atMs, true);
    case 'advanced':
      return liveFrom(state, action.resourceVersion, atMs, true);
    case 'watch-ended':
      return liveFrom(state, undefined, atMs, false);
    case 'failed':
      return failed(state, action.failure, atMs);
    default:
      return state;
  }
}

/** The state as observers see it. */
export function toObservationState(
  state: CacheState,
  nowMs: number,
): ObservationState {
  switch (state.status) {
    case 'live':
      return {
        status: 'live',
        asOf: new Date(state.watching ? nowMs : state.asOfMs),
      };
    case 'stale':
      return {
        status: 'stale',
        since:
          state.sinceMs === undefined ? undefined : new Date(state.sinceMs),
        error: state.error,
      };
    default:
      return state;
  }
}

/** The version to watch from, or `undefined` where a list is needed first. */
export function versionToWatchFrom(state: CacheState): string | undefined {
  return state.status === 'live' || state.status === 'stale'
    ? state.resourceVersion
    : undefined;
}

function liveFrom(
  state: CacheState,
  resourceVersion: string | undefined,
  atMs: number,
  watching: boolean,
): CacheState {
  const version = resourceVersion ?? versionToWatchFrom(state);
  return version === undefined
    ? state
    : { status: 'live', resourceVersion: version, asOfMs: atMs, watching };
}

function failed(
  state: CacheState,
  failure: FailedResult,
  atMs: number,
): CacheState {
  const { reason, message } = failure;
  if (reason === 'absent') {
    return { status: 'absent', message };
  }
  if (reason === 'forbidden' && !isFirstRefusal(state)) {
    return { status: 'forbidden', message };
  }
  return {
    status: 'stale',
    resourceVersion: reason === 'gone' ? undefined : versionToWatchFrom(state),
    sinceMs: lastCurrentMs(state, atMs),
    error: message,
    refused: reason === 'forbidden',
  };
}

// A starting API server refuses for a moment what it allows later, so one refusal does not empty a view that was live.
function isFirstRefusal(state: CacheState): boolean {
  return (
    state.status === 'live' ||
    (state.status === 'stale' && state.sinceMs !== undefined && !state.refused)
  );
}

function lastCurrentMs(state: CacheState, atMs: number): number | undefined {
  switch (state.status) {
    case 'live':
      return state.watching ? atMs : state.asOfMs;
    case 'stale':
      return state.sinceMs;
    default:
      return undefined;
  }
}
