import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { PromotionDetail } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';
import type { Part } from '../navigation';
import { useEntityRef } from './useEntityRef';

const POLL_MS = 5_000;

/** One promotion with its steps, kept current. */
export function usePromotionDetail({
  controlPlane,
  name,
}: Part): AsyncState<PromotionDetail> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const load = useCallback(
    () => api.getPromotion(entity, { controlPlane, name }),
    [api, entity, controlPlane, name],
  );
  return usePolledAsync(load, POLL_MS);
}
