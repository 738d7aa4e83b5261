import { useUrlChoice, useUrlChoices } from '@fairway/platform-ui';
import { useCallback } from 'react';

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

/** Changes several choices at once; the function stays the same, whatever is chosen. */
export function useSelect(): (choices: Choices) => void {
  const choose = useUrlChoices();
  return useCallback(
    choices =>
      choose(choices, { passing: PASSING.some(key => key in choices) }),
    [choose],
  );
}

/** A choice in the URL, and how to change it. */
export function useSelection(
  key: SelectionKey,
): [string | undefined, (value: string | undefined) => void] {
  return useUrlChoice(key, { passing: PASSING.includes(key) });
}
