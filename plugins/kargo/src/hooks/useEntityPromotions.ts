import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';

const POLL_MS = 3_000;

/** Promotions of the entity of the page, kept current. */
export function useEntityPromotions(): AsyncState<EntityPromotions> {
  const api = useApi(kargoApiRef);
  const { entity } = useEntity();
  // A new entity object with the same ref is no reason to start over.
  const ref = stringifyEntityRef(entity);
  const load = useCallback(
    () => api.getEntityPromotions(parseEntityRef(ref)),
    [api, ref],
  );
  return usePolledAsync(load, POLL_MS);
}
