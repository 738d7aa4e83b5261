import type { Portfolio } from './portfolioContract';
import {
  PORTFOLIO_STATES,
  STATES_THAT_NEED_SOMEBODY,
  type PortfolioState,
} from './portfolioState';

const CLAUSES: Readonly<
  Record<(typeof STATES_THAT_NEED_SOMEBODY)[number], (count: number) => string>
> = {
  failed: count => `${count} failed`,
  stuck: count => `${count} ${isOrAre(count)} stuck`,
  drifted: count => `${count} drifted`,
  waiting: count => `${count} ${waitOrWaits(count)} for a person`,
};

/**
 * How many projects need somebody: "3 of 24 projects need somebody: 2 failed, 1 is stuck."
 *
 * @public
 */
export function portfolioHeadline(counts: Portfolio['counts']): string {
  const total = sum(counts, PORTFOLIO_STATES);
  if (total === 0) return 'There is no project here.';
  const needy = sum(counts, STATES_THAT_NEED_SOMEBODY);
  const clauses = STATES_THAT_NEED_SOMEBODY.flatMap(state =>
    counts[state] > 0 ? CLAUSES[state](counts[state]) : [],
  );
  return [needSentence(needy, total, clauses), unknownSentence(counts.unknown)]
    .filter(Boolean)
    .join(' ');
}

function needSentence(
  needy: number,
  total: number,
  clauses: readonly string[],
): string {
  if (needy === 0) {
    return total === 1
      ? 'The project needs nobody.'
      : `None of ${total} projects needs somebody.`;
  }
  const projects = total === 1 ? 'project' : 'projects';
  const verb = needy === 1 ? 'needs' : 'need';
  return `${needy} of ${total} ${projects} ${verb} somebody: ${clauses.join(
    ', ',
  )}.`;
}

function unknownSentence(unknown: number): string | undefined {
  return unknown === 0 ? undefined : `The state of ${unknown} is unknown.`;
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function waitOrWaits(count: number): string {
  return count === 1 ? 'waits' : 'wait';
}

function sum(
  counts: Portfolio['counts'],
  states: readonly PortfolioState[],
): number {
  return states.reduce((total, state) => total + counts[state], 0);
}
