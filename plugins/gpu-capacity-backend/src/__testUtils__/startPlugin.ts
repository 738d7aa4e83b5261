import {
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  clusterResourcesServiceMock,
  type StaticCollection,
} from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  whatIfSchema,
  type WhatIf,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from '../index';
import { entities } from '../testObjects';
import { speech } from '../testQueues';

/** The group that may know all names. */
export const PLATFORM = 'group:default/platform';

/**
 * The plugin over some objects, as one reader sees it.
 *
 * @param ownership - what the reader owns
 * @param config - of the plugin, beside its platform teams
 */
export async function startPlugin(
  collections: readonly StaticCollection[],
  ownership: readonly string[] = [],
  config: JsonObject = {},
) {
  const actionsRegistry = actionsRegistryServiceMock();
  const { server } = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.rootConfig.factory({
        data: { gpuCapacity: { platformTeams: [PLATFORM], ...config } },
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/reader',
          ownershipEntityRefs: [...ownership],
        }),
      }).factory,
      catalogServiceMock.factory({ entities: [...entities, speech] }),
      clusterResourcesServiceMock.factory({ collections }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actionsRegistry,
      }),
    ],
  });
  return {
    capacity: async (ref: string) => {
      const { body, text } = await request(server).get(
        `/api/gpu-capacity/entities/${ref}/capacity`,
      );
      return { capacity: gpuCapacitySchema.parse(body), text };
    },
    ask: async (question: WhatIfRequest): Promise<WhatIf> => {
      const { body } = await request(server)
        .post('/api/gpu-capacity/what-if')
        .send(question);
      return whatIfSchema.parse(body);
    },
    invoke: async (
      name: string,
      input: Record<string, string>,
      credentials: BackstageCredentials = mockCredentials.user(),
    ) => {
      const { output } = await actionsRegistry.invoke({
        id: `test:${name}`,
        input,
        credentials,
      });
      return output;
    },
  };
}
