import { filterItems, filterValues } from './filterItems';
import type { Portfolio, PortfolioFacet } from './portfolioContract';
import { portfolioHeadline } from './portfolioHeadline';
import type { PortfolioItem } from './portfolioItem';
import type { PortfolioFilter, PortfolioQuery } from './portfolioQuery';
import type { PortfolioState } from './portfolioState';
import { sortItems } from './sortItems';

const MAX_FACET_VALUES = 200;

/**
 * One page of the portfolio.
 *
 * @param items - all that the reader may see
 *
 * @public
 */
export function portfolioPage(
  items: readonly PortfolioItem[],
  query: PortfolioQuery,
): Omit<Portfolio, 'notices' | 'asOf'> {
  const { offset, limit } = query;
  const counts = stateCounts(filterItems(items, query, 'state'));
  const found = filterItems(items, query);
  const facet = (filter: PortfolioFilter) =>
    facetOf(filter, filterItems(items, query, filter));
  return {
    headline: portfolioHeadline(counts),
    total: found.length,
    offset,
    limit,
    counts,
    facets: {
      owner: facet('owner'),
      system: facet('system'),
      riskClass: facet('riskClass'),
      controlPlane: facet('controlPlane'),
      shard: facet('shard'),
    },
    items: sortItems(found, query).slice(offset, offset + limit),
  };
}

function stateCounts(items: readonly PortfolioItem[]): Portfolio['counts'] {
  const counts: Record<PortfolioState, number> = {
    failed: 0,
    stuck: 0,
    drifted: 0,
    waiting: 0,
    unknown: 0,
    moving: 0,
    steady: 0,
  };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

function facetOf(
  filter: PortfolioFilter,
  items: readonly PortfolioItem[],
): PortfolioFacet {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of filterValues(filter, item)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'en'))
    .slice(0, MAX_FACET_VALUES);
}
