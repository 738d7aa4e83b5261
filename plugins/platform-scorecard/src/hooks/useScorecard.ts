import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';
import { useCallback } from 'react';
import { platformScorecardApiRef, type SyntheticFacts } from '../api';

const POLL_MS = 10_000;

/** The scorecard, kept current. */
export function useScorecard(options: {
  readonly synthetic: SyntheticFacts;
}): AsyncState<Scorecard> {
  const api = useApi(platformScorecardApiRef);
  const { synthetic } = options;
  const load = useCallback(
    () => api.getScorecard({ synthetic }),
    [api, synthetic],
  );
  return usePolledAsync(load, POLL_MS);
}
