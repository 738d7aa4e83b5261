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

/** New choices; what is `undefined` is chosen no more, and leaves no trace. */
type Choices = Partial<Record<SelectionKey, string | undefined>>;

/** Changes several choices at once: one after the other, the last one would undo the others. */
export function useSelect(): (choices: Choices) => void {
  const [, setSearchParams] = useSearchParams();
  return useCallback(
    choices =>
      setSearchParams(
        params => {
          const next = new URLSearchParams(params);
          for (const [key, value] of Object.entries(choices)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        // Typing leaves no steps to go back through.
        { preventScrollReset: true, replace: 'q' in choices },
      ),
    [setSearchParams],
  );
}

/** A choice in the URL, and how to change it. */
export function useSelection(
  key: SelectionKey,
): [string | undefined, (value: string | undefined) => void] {
  const [searchParams] = useSearchParams();
  const select = useSelect();
  const change = useCallback(
    (value: string | undefined) => select({ [key]: value }),
    [key, select],
  );
  return [searchParams.get(key) ?? undefined, change];
}
