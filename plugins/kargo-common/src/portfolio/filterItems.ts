import type { PortfolioItem } from './portfolioItem';
import {
  PORTFOLIO_FILTERS,
  type PortfolioFilter,
  type PortfolioQuery,
} from './portfolioQuery';

/** What an item has for each filter. */
const VALUES: Readonly<
  Record<PortfolioFilter, (item: PortfolioItem) => readonly string[]>
> = {
  owner: ({ owner }) => known(owner),
  system: ({ system }) => known(system),
  riskClass: ({ riskClass }) => known(riskClass),
  controlPlane: ({ controlPlane }) => known(controlPlane?.name),
  shard: ({ shards }) => shards,
  state: ({ state }) => [state],
};

/** Values of an item for a filter; none where they are not known. */
export function filterValues(
  filter: PortfolioFilter,
  item: PortfolioItem,
): readonly string[] {
  return VALUES[filter](item);
}

/**
 * The items that a query leaves.
 *
 * @param except - a filter to pass over
 */
export function filterItems(
  items: readonly PortfolioItem[],
  query: PortfolioQuery,
  except?: PortfolioFilter,
): readonly PortfolioItem[] {
  const filters = PORTFOLIO_FILTERS.filter(
    filter => filter !== except && query[filter] !== undefined,
  );
  const text = query.text?.toLocaleLowerCase('en-US');
  return items.filter(
    item =>
      filters.every(filter => passes(item, filter, query)) &&
      (!text || hasText(item, text)),
  );
}

function passes(
  item: PortfolioItem,
  filter: PortfolioFilter,
  query: PortfolioQuery,
): boolean {
  const wanted: readonly string[] = query[filter] ?? [];
  return filterValues(filter, item).some(value => wanted.includes(value));
}

function hasText(item: PortfolioItem, text: string): boolean {
  return [
    item.entityRef,
    item.title,
    item.project,
    item.newestVersion,
    item.reason,
    ...item.productionVersions,
  ].some(value => value?.toLocaleLowerCase('en-US').includes(text));
}

function known(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
