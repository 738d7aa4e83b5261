import { useApi } from '@backstage/core-plugin-api';
import {
  useLastAnswer,
  usePolledAsync,
  type AsyncState,
} from '@fairway/platform-ui';
import type {
  WhatIf,
  WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import { useCallback } from 'react';
import { gpuCapacityApiRef } from '../api';

const POLL_MS = 15_000;

/** The answer to a question, kept current, and whether it is of the question before. */
export type WhatIfState = AsyncState<WhatIf> & { readonly isAsking: boolean };

/**
 * Asks a question.
 *
 * @param request - must keep its identity while it asks the same
 */
export function useWhatIf(request: WhatIfRequest): WhatIfState {
  const api = useApi(gpuCapacityApiRef);
  const load = useCallback(() => api.askWhatIf(request), [api, request]);
  const state = usePolledAsync(load, POLL_MS);
  return { ...useLastAnswer(state), isAsking: state.loading };
}
