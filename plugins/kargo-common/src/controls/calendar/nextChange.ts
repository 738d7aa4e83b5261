import type { FreezeState } from './freezeState';

/**
 * When a state of the calendar ends and what comes then; `undefined` where no change is known.
 *
 * @public
 */
export function nextChange(
  state: FreezeState,
): { readonly at: string; readonly to: 'open' | 'closed' } | undefined {
  if (state.status === 'unknown' || state.until === undefined) return undefined;
  return { at: state.until, to: state.status === 'open' ? 'closed' : 'open' };
}
