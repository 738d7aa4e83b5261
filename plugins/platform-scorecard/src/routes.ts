import { createRouteRef } from '@backstage/core-plugin-api';

/** The page of the scorecard. */
export const rootRouteRef = createRouteRef({ id: 'platform-scorecard' });
