import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { StageDetail } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';
import type { Part } from '../navigation';
import { useEntityRef } from './useEntityRef';

const POLL_MS = 5_000;

/** Why something is not in a stage, and what was there, kept current. */
export function useStageDetail({
  controlPlane,
  name,
}: Part): AsyncState<StageDetail> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const load = useCallback(
    () => api.getStage(entity, { controlPlane, name }),
    [api, entity, controlPlane, name],
  );
  return usePolledAsync(load, POLL_MS);
}
