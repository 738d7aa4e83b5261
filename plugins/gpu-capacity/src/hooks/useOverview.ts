import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { Overview } from '@fairway/plugin-gpu-capacity-common';
import { useCallback } from 'react';
import { gpuCapacityApiRef } from '../api';

const POLL_MS = 30_000;

/** All clusters and what they cost, kept current. */
export function useOverview(): AsyncState<Overview> {
  const api = useApi(gpuCapacityApiRef);
  const load = useCallback(() => api.getOverview(), [api]);
  return usePolledAsync(load, POLL_MS);
}
