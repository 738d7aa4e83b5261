import { createRouteRef } from '@backstage/core-plugin-api';

/** The page over all projects. */
export const portfolioRouteRef = createRouteRef({ id: 'kargo' });
