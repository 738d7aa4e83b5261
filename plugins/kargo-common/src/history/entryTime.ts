/**
 * When an entry happened, as UTC. Where nobody recorded it, or what was recorded is no time, it is when it was noticed.
 */
export function entryTime(
  recorded: string | undefined,
  observedAt: string,
): { readonly at: string; readonly timeBasis: 'recorded' | 'observed' } {
  const millis = Date.parse(recorded ?? '');
  return Number.isNaN(millis)
    ? { at: new Date(observedAt).toISOString(), timeBasis: 'observed' }
    : { at: new Date(millis).toISOString(), timeBasis: 'recorded' };
}
