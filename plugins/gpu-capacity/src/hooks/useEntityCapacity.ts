import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { useCallback } from 'react';
import { gpuCapacityApiRef } from '../api';

const POLL_MS = 5_000;

/** Accelerators of the entity of the page, kept current. */
export function useEntityCapacity(): AsyncState<GpuCapacity> {
  const api = useApi(gpuCapacityApiRef);
  const { entity } = useEntity();
  // A new entity object with the same ref is no reason to start over.
  const ref = stringifyEntityRef(entity);
  const load = useCallback(
    () => api.getEntityCapacity(parseEntityRef(ref)),
    [api, ref],
  );
  return usePolledAsync(load, POLL_MS);
}
