import {
  portfolioSearchParams,
  readPortfolioQuery,
  type PortfolioQuery,
} from '@fairway/plugin-kargo-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the portfolio shows, from the URL, and how to change it. A change of anything but the page goes to the first one. */
export function usePortfolioQuery(): [
  PortfolioQuery,
  (change: Partial<PortfolioQuery>) => void,
] {
  const [searchParams, setSearchParams] = useSearchParams();
  const text = searchParams.toString();
  const query = useMemo(
    () => readPortfolioQuery(new URLSearchParams(text)),
    [text],
  );
  const change = useCallback(
    (changed: Partial<PortfolioQuery>) =>
      setSearchParams(
        params =>
          portfolioSearchParams({
            ...readPortfolioQuery(params),
            offset: 0,
            ...changed,
          }),
        { preventScrollReset: true, replace: 'text' in changed },
      ),
    [setSearchParams],
  );
  return [query, change];
}
