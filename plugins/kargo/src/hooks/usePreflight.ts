import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { PreflightView } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef, type WantedPromotion } from '../api';
import { useEntityRef } from './useEntityRef';
import { useSignInOnce } from './useSignInOnce';

const POLL_MS = 10_000;

/** Everything that stands against a promotion, kept current. */
export function usePreflight({
  controlPlane,
  stage,
  freight,
  intent,
}: WantedPromotion): AsyncState<PreflightView> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const signInOnce = useSignInOnce();
  const load = useCallback(
    () =>
      api.preflight(
        entity,
        { controlPlane, stage, freight, intent },
        signInOnce(),
      ),
    [api, entity, controlPlane, stage, freight, intent, signInOnce],
  );
  return usePolledAsync(load, POLL_MS);
}
