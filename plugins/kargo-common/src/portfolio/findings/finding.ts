import {
  compareOldestFirst,
  compareStates,
  type PortfolioState,
} from '../portfolioState';

/** One thing that was found about a project. */
export interface Finding {
  readonly state: PortfolioState;
  /** A clause, without a full stop. */
  readonly reason: string;
  /** ISO 8601; absent where it is not known. */
  readonly since?: string;
}

/** The most urgent finding first, then the oldest. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareStates(a.state, b.state) || compareOldestFirst(a.since, b.since)
  );
}
