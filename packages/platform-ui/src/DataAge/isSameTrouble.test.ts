import type { Freshness } from '@fairway/observation';
import { isSameTrouble } from './isSameTrouble';

const live: Freshness = { status: 'live', asOf: '2026-11-21T12:00:00Z' };
const stale: Freshness = {
  status: 'stale',
  since: '2026-11-21T12:00:00Z',
  error: 'connection refused',
};

describe('isSameTrouble', () => {
  it.each<[string, Freshness, Freshness, boolean]>([
    ['two current views', live, live, false],
    ['a current and a stale one', live, stale, false],
    [
      'the same error a second later',
      stale,
      { ...stale, since: '2026-11-21T12:00:01Z' },
      true,
    ],
    ['different errors', stale, { ...stale, error: 'timeout' }, false],
    [
      'an old view and none at all',
      stale,
      { status: 'stale', error: 'connection refused' },
      false,
    ],
    [
      'different rights that are missing',
      { status: 'unobserved', reason: 'may not list stages' },
      { status: 'unobserved', reason: 'may not list freight' },
      false,
    ],
    ['two first reads', { status: 'loading' }, { status: 'loading' }, true],
  ])('%s', (_, a, b, same) => {
    expect(isSameTrouble(a, b)).toBe(same);
  });
});
