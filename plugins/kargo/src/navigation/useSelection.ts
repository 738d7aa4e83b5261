import { useCallback } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { useSearchParams } from 'react-router-dom';

/** What the reader has chosen on the tab. Each of it is in the URL, so that a link shows the same. */
export type SelectionKey =
  | 'tab'
  | 'view'
  | 'stage'
  | 'promotion'
  | 'q'
  | 'rows'
  | 'from'
  | 'to'
  | 'historyStage'
  | 'around';

/** New choices; what is `undefined` is chosen no more, and leaves no trace. */
type Choices = Partial<Record<SelectionKey, string | undefined>>;

/** These leave no steps to go back through. */
const PASSING: readonly SelectionKey[] = ['q', 'rows'];

/**
 * Changes several choices at once: one after the other, the last one would undo the others. The function stays the same,
 * whatever is chosen.
 */
export function useSelect(): (choices: Choices) => void {
  const [, setSearchParams] = useSearchParams();
  // The router has another one after each choice.
  const latest = useLatest(setSearchParams);
  return useCallback(
    choices =>
      latest.current(
        params => {
          const next = new URLSearchParams(params);
          for (const [key, value] of Object.entries(choices)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        {
          preventScrollReset: true,
          replace: PASSING.some(key => key in choices),
        },
      ),
    [latest],
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
