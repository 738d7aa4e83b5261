import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { HistoryPage } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef, type HistoryFilter } from '../api';
import { useEntityRef } from './useEntityRef';

const POLL_MS = 15_000;

/** What happened to the stages of the entity, the newest first. */
export function useHistory({
  controlPlane,
  stage,
  onlyBypasses,
  limit,
}: HistoryFilter): AsyncState<HistoryPage> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const load = useCallback(
    () => api.getHistory(entity, { controlPlane, stage, onlyBypasses, limit }),
    [api, entity, controlPlane, stage, onlyBypasses, limit],
  );
  return usePolledAsync(load, POLL_MS);
}
