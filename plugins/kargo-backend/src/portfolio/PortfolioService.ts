import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Portfolio, PortfolioQuery } from '@fairway/plugin-kargo-common';

/** Answers how the projects of all entities stand that a caller may see. */
export interface PortfolioService {
  getPortfolio(
    query: PortfolioQuery,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<Portfolio>;
}
