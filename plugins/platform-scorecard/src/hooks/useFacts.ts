import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type {
  FactKind,
  FactList,
} from '@fairway/plugin-platform-scorecard-common';
import { useCallback } from 'react';
import { platformScorecardApiRef, type SyntheticFacts } from '../api';

const POLL_MS = 10_000;
const ROWS = 10;

/** The latest facts, kept current. */
export function useFacts(options: {
  readonly synthetic: SyntheticFacts;
  readonly kind?: FactKind;
}): AsyncState<FactList> {
  const api = useApi(platformScorecardApiRef);
  const { synthetic, kind } = options;
  const load = useCallback(
    () => api.listFacts({ synthetic, kind, limit: ROWS }),
    [api, synthetic, kind],
  );
  return usePolledAsync(load, POLL_MS);
}
