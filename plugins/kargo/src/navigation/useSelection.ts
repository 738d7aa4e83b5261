import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the reader has chosen on the tab. Each of it is in the URL, so that a link shows the same. */
export type SelectionKey =
  | 'tab'
  | 'view'
  | 'stage'
  | 'promotion'
  | 'q'
  | 'from'
  | 'to'
  | 'historyStage'
  | 'around';

/** A choice in the URL, and how to change it; nothing chosen leaves no trace. */
export function useSelection(
  key: SelectionKey,
): [string | undefined, (value: string | undefined) => void] {
  const [searchParams, setSearchParams] = useSearchParams();
  const select = useCallback(
    (value: string | undefined) =>
      setSearchParams(
        params => {
          const next = new URLSearchParams(params);
          if (value) next.set(key, value);
          else next.delete(key);
          return next;
        },
        { preventScrollReset: true, replace: key === 'q' },
      ),
    [key, setSearchParams],
  );
  return [searchParams.get(key) ?? undefined, select];
}
