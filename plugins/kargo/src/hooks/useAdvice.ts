import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { loadFailure } from '@fairway/platform-ui';
import type {
  AdviceSubject,
  AdviceVerdict,
} from '@fairway/plugin-kargo-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { kargoApiRef } from '../api';
import { adviceReducer, type AdviceState } from './AdviceState';
import { useEntityRef } from './useEntityRef';

/**
 * Asks a model about one promotion or stage when told to, and records what the reader makes of it. What is on its way
 * ends with the page, or where the page turns to something else.
 */
export function useAdvice(subject: AdviceSubject): {
  readonly state: AdviceState;
  readonly ask: () => void;
  readonly judge: (verdict: AdviceVerdict) => void;
} {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const { kind, controlPlane, name } = subject;
  const [state, dispatch] = useReducer(adviceReducer, { status: 'off' });
  const page = useRef(new AbortController());
  const asking = useRef<AbortSignal | undefined>();

  useEffect(() => {
    const controller = new AbortController();
    page.current = controller;
    dispatch({ type: 'advisor', advisor: { status: 'off' } });
    api.getAdvisor().then(
      advisor => {
        if (!controller.signal.aborted) dispatch({ type: 'advisor', advisor });
      },
      // The diagnosis does without, so nobody is told that there is no advice.
      () => {},
    );
    return () => controller.abort();
  }, [api, entity, kind, controlPlane, name]);

  const ask = useCallback(async () => {
    const { signal } = page.current;
    // A double click is faster than the button goes away, and each question costs.
    if (asking.current === signal) return;
    asking.current = signal;
    dispatch({ type: 'ask' });
    const answer = await api
      .askAdvice(entity, { kind, controlPlane, name }, { signal })
      .catch(error => ({
        status: 'unavailable' as const,
        reason: loadFailure(toError(error)).message,
      }));
    if (asking.current === signal) asking.current = undefined;
    if (!signal.aborted) dispatch({ type: 'answer', answer });
  }, [api, entity, kind, controlPlane, name]);

  const id = state.status === 'advice' ? state.given.id : undefined;
  const judge = useCallback(
    async (verdict: AdviceVerdict) => {
      if (id === undefined) return;
      const { signal } = page.current;
      dispatch({ type: 'judgement', judgement: { status: 'saving' } });
      const judgement = await api.judgeAdvice(id, verdict).then(
        saved => ({ status: 'saved' as const, verdict: saved.verdict }),
        error => ({
          status: 'failed' as const,
          message: loadFailure(toError(error)).message,
        }),
      );
      if (!signal.aborted) dispatch({ type: 'judgement', judgement });
    },
    [api, id],
  );

  return { state, ask, judge };
}
