import type { Freshness } from '@fairway/observation';

/**
 * Whether two views have the same trouble, so that saying it once is enough. Views without trouble have none.
 *
 * @public
 */
export function isSameTrouble(a: Freshness, b: Freshness): boolean {
  if (a.status === 'stale' && b.status === 'stale') {
    return a.error === b.error && Boolean(a.since) === Boolean(b.since);
  }
  if (a.status === 'unobserved' && b.status === 'unobserved') {
    return a.reason === b.reason;
  }
  return a.status === 'loading' && b.status === 'loading';
}
