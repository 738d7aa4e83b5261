import { createRouteRef } from '@backstage/core-plugin-api';

/** The pages over all clusters. */
export const gpuCapacityRouteRef = createRouteRef({ id: 'gpu-capacity' });
