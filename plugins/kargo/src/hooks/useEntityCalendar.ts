import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { Calendar } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';
import { useEntityRef } from './useEntityRef';

const POLL_MS = 60_000;

/** The freeze calendar of the entity of the page on one control plane, for the next four weeks. */
export function useEntityCalendar(controlPlane: string): AsyncState<Calendar> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const load = useCallback(
    () => api.getEntityCalendar(entity, { controlPlane: [controlPlane] }),
    [api, entity, controlPlane],
  );
  return usePolledAsync(load, POLL_MS);
}
