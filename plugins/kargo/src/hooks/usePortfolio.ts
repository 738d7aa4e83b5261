import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { Portfolio, PortfolioQuery } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';

const POLL_MS = 10_000;

/**
 * The projects that a query leaves, kept current.
 *
 * @param query - must keep its identity while it asks for the same
 */
export function usePortfolio(
  query: Partial<PortfolioQuery>,
): AsyncState<Portfolio> {
  const api = useApi(kargoApiRef);
  const load = useCallback(() => api.getPortfolio(query), [api, query]);
  return usePolledAsync(load, POLL_MS);
}
