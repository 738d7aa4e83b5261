import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import {
  STATES_THAT_NEED_SOMEBODY,
  type Portfolio,
} from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';

const POLL_MS = 30_000;
/** As many as the backend takes. */
const MAX_OWNERS = 50;

/** The projects of the reader and their groups that need somebody, the most urgent first. */
export function useOwnProjects(limit: number): AsyncState<Portfolio> {
  const api = useApi(kargoApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return api.getPortfolio({
      owner: ownershipEntityRefs.slice(0, MAX_OWNERS),
      state: [...STATES_THAT_NEED_SOMEBODY],
      limit,
    });
  }, [api, identity, limit]);
  return usePolledAsync(load, POLL_MS);
}
