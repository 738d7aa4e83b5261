import { observationSchema } from './observation';

const malformed = [{ key: 'orders/test', message: 'spec is missing' }];

describe('observationSchema', () => {
  it.each([
    { status: 'loading' },
    { status: 'live', asOf: '2026-11-21T12:00:00Z' },
    { status: 'stale', error: 'connection refused' },
    { status: 'stale', since: '2026-11-21T12:00:00Z', error: 'timed out' },
    { status: 'unobserved', reason: 'The operator is not installed' },
  ])('reads $status', freshness => {
    const value = { freshness, malformed };
    expect(observationSchema.parse(value)).toEqual(value);
  });

  it('refuses a view that is live since never, and a status of its own', () => {
    const status = (freshness: unknown) =>
      observationSchema.safeParse({ freshness, malformed }).success;
    expect(status({ status: 'live' })).toBe(false);
    expect(status({ status: 'empty' })).toBe(false);
  });
});
