import type { PortfolioItem } from './portfolioItem';
import type { PortfolioQuery } from './portfolioQuery';
import { compareOldestFirst, compareStates } from './portfolioState';

type Comparison = (a: PortfolioItem, b: PortfolioItem) => number;

const COMPARISONS: Readonly<Record<PortfolioQuery['sort'], Comparison>> = {
  urgency: (a, b) =>
    compareStates(a.state, b.state) || compareOldestFirst(a.since, b.since),
  since: (a, b) => compareOldestFirst(a.since, b.since),
  title: (a, b) => compareText(a.title, b.title),
  owner: (a, b) => compareText(a.owner, b.owner),
  system: (a, b) => compareText(a.system, b.system),
};

/** A tie is always broken the same way, so that no item is on two pages. */
const IDENTITY: readonly Comparison[] = [
  (a, b) => compareText(a.title, b.title),
  (a, b) => compareText(a.entityRef, b.entityRef),
  (a, b) => compareText(a.controlPlane?.name, b.controlPlane?.name),
];

/** Items in the order of a query. */
export function sortItems(
  items: readonly PortfolioItem[],
  { sort, order }: Pick<PortfolioQuery, 'sort' | 'order'>,
): PortfolioItem[] {
  const direction = order === 'desc' ? -1 : 1;
  return [...items].sort((a, b) => {
    const difference = direction * COMPARISONS[sort](a, b);
    if (difference !== 0) return difference;
    for (const compare of IDENTITY) {
      const tie = compare(a, b);
      if (tie !== 0) return tie;
    }
    return 0;
  });
}

/** What is missing comes last. */
function compareText(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a.localeCompare(b, 'en');
}
