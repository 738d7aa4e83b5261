import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';
import { useEntityRef } from './useEntityRef';

const POLL_MS = 3_000;

/** Promotions of the entity of the page, kept current. */
export function useEntityPromotions(): AsyncState<EntityPromotions> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const load = useCallback(
    () => api.getEntityPromotions(entity),
    [api, entity],
  );
  return usePolledAsync(load, POLL_MS);
}
