import { useCallback } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { useSearchParams } from 'react-router-dom';

/**
 * New choices by their key; what is `undefined` or empty is chosen no more, and leaves no trace.
 *
 * @public
 */
export type UrlChoices = Readonly<Record<string, string | undefined>>;

/**
 * Changes choices in the URL.
 *
 * @remarks
 * `passing`: leaves no step to go back through, for what changes while somebody types.
 *
 * @public
 */
export type ChangeUrlChoices = (
  choices: UrlChoices,
  options?: { readonly passing?: boolean },
) => void;

/**
 * Changes several choices at once: one after the other, the last one would undo the others. The function stays the same,
 * whatever is chosen.
 *
 * @public
 */
export function useUrlChoices(): ChangeUrlChoices {
  const [, setSearchParams] = useSearchParams();
  // The router has another one after each choice.
  const latest = useLatest(setSearchParams);
  return useCallback<ChangeUrlChoices>(
    (choices, { passing = false } = {}) =>
      latest.current(
        params => {
          const next = new URLSearchParams(params);
          for (const [key, value] of Object.entries(choices)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { preventScrollReset: true, replace: passing },
      ),
    [latest],
  );
}

/**
 * A choice in the URL, and how to change it, so that a link shows the same.
 *
 * @public
 */
export function useUrlChoice(
  key: string,
  options: { readonly passing?: boolean } = {},
): [string | undefined, (value: string | undefined) => void] {
  const { passing = false } = options;
  const [searchParams] = useSearchParams();
  const choose = useUrlChoices();
  const change = useCallback(
    (value: string | undefined) => choose({ [key]: value }, { passing }),
    [key, choose, passing],
  );
  return [searchParams.get(key) ?? undefined, change];
}
