import { useEffect, useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { keepUnchanged } from './keepUnchanged';
import { useDocumentVisible } from './useDocumentVisible';

/**
 * The state of something that is loaded.
 *
 * @remarks
 * After the first success `value` keeps the last answer while a reload runs or fails; `error` then says why it is old.
 * Parts of an answer that are as in the one before keep their identity.
 *
 * @public
 */
export interface AsyncState<T> {
  readonly value: T | undefined;
  readonly loading: boolean;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

/**
 * Loads now and then every `intervalMs`, but not while the page is hidden.
 *
 * @param load - must keep its identity while it loads the same thing: wrap it in `useCallback`
 *
 * @public
 */
export function usePolledAsync<T>(
  load: () => Promise<T>,
  intervalMs: number,
): AsyncState<T> {
  const latest = useRef<{ load: () => Promise<T>; value: T } | undefined>();
  const { value, error, loading, retry } = useAsyncRetry(async () => {
    const answer = await load();
    const before = latest.current?.load === load && latest.current.value;
    const loaded = keepUnchanged(before, answer);
    latest.current = { load, value: loaded };
    return loaded;
  }, [load]);

  const visible = useDocumentVisible();
  const wasVisible = useRef(visible);
  useEffect(() => {
    if (!visible) {
      wasVisible.current = false;
      return undefined;
    }
    if (!wasVisible.current) {
      wasVisible.current = true;
      retry();
    }
    if (loading) return undefined;
    const timer = setTimeout(retry, intervalMs);
    return () => clearTimeout(timer);
  }, [visible, loading, value, error, retry, intervalMs]);

  // An answer to an earlier question is not shown for this one.
  const kept = latest.current?.load === load ? latest.current.value : undefined;
  return { value: kept, loading: loading && kept === undefined, error, retry };
}
