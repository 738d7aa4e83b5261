import type { FailedResult, FailureReason } from '../api/ClusterAnswer';
import {
  reduceCacheState,
  toObservationState,
  versionToWatchFrom,
  type CacheAction,
  type CacheState,
} from './CacheState';

const loading: CacheState = { status: 'loading' };
const live: CacheState = {
  status: 'live',
  resourceVersion: '7',
  asOfMs: 100,
  watching: true,
};
const between: CacheState = { ...live, watching: false };
const stale: CacheState = {
  status: 'stale',
  resourceVersion: '7',
  sinceMs: 100,
  error: 'before',
  refused: false,
};
const forbidden: CacheState = { status: 'forbidden', message: 'no' };
const absent: CacheState = { status: 'absent', message: 'no' };

function failure(reason: FailureReason): CacheAction {
  const result: FailedResult = {
    ok: false,
    reason,
    message: 'no',
    error: { errorType: 'UNKNOWN_ERROR' },
  };
  return { type: 'failed', failure: result };
}

const lost = (
  resourceVersion: string | undefined,
  sinceMs: number | undefined,
  refused = false,
): CacheState => ({
  status: 'stale',
  resourceVersion,
  sinceMs,
  error: 'no',
  refused,
});

describe('reduceCacheState', () => {
  const NOW = 200;

  it.each<[string, CacheState, CacheAction, CacheState]>([
    [
      'a complete list makes it live',
      loading,
      { type: 'listed', resourceVersion: '9' },
      { ...between, resourceVersion: '9', asOfMs: NOW },
    ],
    [
      'an open watch keeps it current',
      between,
      { type: 'watch-opened' },
      { ...live, asOfMs: NOW },
    ],
    [
      'a watch that opens again ends staleness',
      stale,
      { type: 'watch-opened' },
      { ...live, asOfMs: NOW },
    ],
    [
      'a watch without a list means nothing',
      loading,
      { type: 'watch-opened' },
      loading,
    ],
    [
      'an event moves the version on',
      live,
      { type: 'advanced', resourceVersion: '8' },
      { ...live, resourceVersion: '8', asOfMs: NOW },
    ],
    [
      'an event without a version keeps it',
      live,
      { type: 'advanced', resourceVersion: undefined },
      { ...live, asOfMs: NOW },
    ],
    [
      'the end of a watch stops the clock',
      live,
      { type: 'watch-ended' },
      { ...between, asOfMs: NOW },
    ],
    [
      'a failure before the first list',
      loading,
      failure('unreachable'),
      lost(undefined, undefined),
    ],
    ['a failure while watching', live, failure('unreachable'), lost('7', NOW)],
    [
      'a failure between watches',
      between,
      failure('unreachable'),
      lost('7', 100),
    ],
    [
      'a failure after a failure',
      stale,
      failure('unauthorized'),
      lost('7', 100),
    ],
    [
      'a version that is gone needs a list',
      live,
      failure('gone'),
      lost(undefined, NOW),
    ],
    [
      'the first refusal of a live view',
      live,
      failure('forbidden'),
      lost('7', NOW, true),
    ],
    [
      'the second refusal',
      lost('7', 100, true),
      failure('forbidden'),
      forbidden,
    ],
    ['a refusal at the first list', loading, failure('forbidden'), forbidden],
    [
      'a refusal after failures at the first list',
      lost(undefined, undefined),
      failure('forbidden'),
      forbidden,
    ],
    ['a type that is not served any more', live, failure('absent'), absent],
    [
      'a failure after a refusal',
      forbidden,
      failure('unreachable'),
      lost(undefined, undefined),
    ],
    [
      'a CRD that appears',
      absent,
      { type: 'listed', resourceVersion: '1' },
      { ...between, resourceVersion: '1', asOfMs: NOW },
    ],
  ])('%s', (_, state, action, expected) => {
    expect(reduceCacheState(state, action, NOW)).toEqual(expected);
  });
});

describe('toObservationState', () => {
  it('is current now while a watch is open, and as of its end after', () => {
    expect(toObservationState(live, 500)).toEqual({
      status: 'live',
      asOf: new Date(500),
    });
    expect(toObservationState(between, 500)).toEqual({
      status: 'live',
      asOf: new Date(100),
    });
  });

  it('says since when it is stale, and nothing where it never was current', () => {
    expect(toObservationState(stale, 500)).toEqual({
      status: 'stale',
      since: new Date(100),
      error: 'before',
    });
    expect(toObservationState(lost(undefined, undefined), 500)).toEqual({
      status: 'stale',
      since: undefined,
      error: 'no',
    });
  });
});

describe('versionToWatchFrom', () => {
  it('is there as long as the server may have the changes since', () => {
    expect(
      [live, stale, loading, forbidden, absent].map(versionToWatchFrom),
    ).toEqual(['7', '7', undefined, undefined, undefined]);
  });
});
