import { useRef } from 'react';
import type { AsyncState } from './usePolledAsync';

/**
 * While the answer to another filter loads, the last one stays: a skeleton would take the focus from the filter.
 *
 * @public
 */
export function useLastAnswer<T>(state: AsyncState<T>): AsyncState<T> {
  const last = useRef<T>();
  if (state.value) last.current = state.value;
  const isOnlyLate = !state.value && !state.error;
  return isOnlyLate && last.current
    ? { ...state, value: last.current, loading: false }
    : state;
}
