import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  useLastAnswer,
  usePolledAsync,
  type AsyncState,
} from '@fairway/platform-ui';
import type {
  HistoryRange,
  PoolHistory,
} from '@fairway/plugin-gpu-capacity-common';
import { useCallback } from 'react';
import { gpuCapacityApiRef } from '../api';

/** As often as there is a new point. */
const POLL_MS = 300_000;

/** How the pool of the page was over time. */
export function useHistory(range: HistoryRange): AsyncState<PoolHistory> {
  const api = useApi(gpuCapacityApiRef);
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const load = useCallback(
    () => api.getHistory(parseEntityRef(ref), range),
    [api, ref, range],
  );
  return useLastAnswer(usePolledAsync(load, POLL_MS));
}
