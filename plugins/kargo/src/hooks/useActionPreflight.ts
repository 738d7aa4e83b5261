import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import {
  portalOrderSchema,
  type ActionPreflight,
  type PortalOrder,
} from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';
import { useEntityRef } from './useEntityRef';
import { useSignInOnce } from './useSignInOnce';

const POLL_MS = 10_000;

/** Everything that stands against an action, kept current. */
export function useActionPreflight(
  order: PortalOrder,
): AsyncState<ActionPreflight> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const signInOnce = useSignInOnce();
  // The same order is another object on each render.
  const key = JSON.stringify(order);
  const load = useCallback(
    () =>
      api.preflightAction(
        entity,
        portalOrderSchema.parse(JSON.parse(key)),
        signInOnce(),
      ),
    [api, entity, key, signInOnce],
  );
  return usePolledAsync(load, POLL_MS);
}
