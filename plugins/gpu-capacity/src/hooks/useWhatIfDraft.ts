import { useUrlChoices } from '@fairway/platform-ui';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import useDebounce from 'react-use/esm/useDebounce';
import {
  readWhatIfDraft,
  whatIfChoices,
  type WhatIfDraft,
} from '../whatIf/WhatIfDraft';

const PAUSE_MS = 400;

/** A question while it is written. */
export interface EditedWhatIf {
  readonly draft: WhatIfDraft;
  /** What is asked: the draft once the reader pauses, so that a number is one question and not three. */
  readonly asked: WhatIfDraft;
  readonly change: (change: Partial<WhatIfDraft>) => void;
}

/** The question of the URL, and how to change it. */
export function useWhatIfDraft(): EditedWhatIf {
  const [params] = useSearchParams();
  const choose = useUrlChoices();
  const [draft, setDraft] = useState(() => readWhatIfDraft(params));
  const [asked, setAsked] = useState(draft);
  const inUrl = JSON.stringify(whatIfChoices(readWhatIfDraft(params)));
  const written = useRef(inUrl);

  useEffect(() => {
    // A link was followed, or the reader went back.
    if (inUrl === written.current) return;
    written.current = inUrl;
    const linked = readWhatIfDraft(params);
    setDraft(linked);
    setAsked(linked);
  }, [inUrl, params]);

  useDebounce(
    () => {
      if (draft === asked) return;
      setAsked(draft);
      const choices = whatIfChoices(draft);
      written.current = JSON.stringify(choices);
      choose(choices, { passing: true });
    },
    PAUSE_MS,
    [draft],
  );

  return {
    draft,
    asked,
    change: change => setDraft(before => ({ ...before, ...change })),
  };
}
