import {
  FACT_KINDS,
  type FactKind,
} from '@fairway/plugin-platform-scorecard-common';
import { useSearchParams } from 'react-router-dom';
import type { SyntheticFacts } from '../api';

/** What the reader chose to see; it lives in the URL, so that a link shows the same. */
export interface ScorecardView {
  readonly synthetic: SyntheticFacts;
  readonly kind?: FactKind;
  readonly weeksShown: boolean;
  readonly showSynthetic: (include: boolean) => void;
  readonly showKind: (kind: FactKind | undefined) => void;
  readonly showWeeks: (show: boolean) => void;
}

/** Reads and changes the view that the URL describes. */
export function useScorecardView(): ScorecardView {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value === undefined) {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true },
    );
  return {
    synthetic: params.get('synthetic') === 'exclude' ? 'exclude' : 'include',
    kind: FACT_KINDS.find(kind => kind === params.get('kind')),
    weeksShown: params.get('weeks') === 'table',
    showSynthetic: include => set('synthetic', include ? undefined : 'exclude'),
    showKind: kind => set('kind', kind),
    showWeeks: show => set('weeks', show ? 'table' : undefined),
  };
}
