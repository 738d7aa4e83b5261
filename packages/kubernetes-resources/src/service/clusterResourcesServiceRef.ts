import { createServiceRef } from '@backstage/backend-plugin-api';
import type { ClusterResourcesService } from './ClusterResourcesService';

/**
 * Access to clusters for backend plugins; works without being installed.
 *
 * @public
 */
export const clusterResourcesServiceRef =
  createServiceRef<ClusterResourcesService>({
    id: 'fairway.kubernetes-resources',
    scope: 'plugin',
  });
