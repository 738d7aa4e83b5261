import type {
  Clock,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { isFreightAvailable } from './freightAvailability';
import { KARGO_GROUP, kargoResources } from './kargoResources';
import { freightSchema, stageSchema } from './kargoSchemas';

const PERSON = {
  name: 'jane.doe@example.com',
  groups: ['system:masters', 'system:authenticated'],
};

/** What a person did once in the past: promote to the Stages that no policy promotes to. */
export function promoteByHand(store: ResourceStore, clock: Clock): void {
  const freights = store
    .list(kargoResources.freights)
    .map(object => freightSchema.parse(object));
  for (const object of store.list(kargoResources.stages)) {
    const stage = stageSchema.parse(object);
    const freight = freights.find(candidate =>
      isFreightAvailable(stage, candidate, clock.now()),
    );
    if (stage.status.autoPromotionEnabled === false && freight) {
      store.create(
        kargoResources.promotions,
        {
          apiVersion: `${KARGO_GROUP}/v1alpha1`,
          kind: 'Promotion',
          metadata: {
            name: '',
            generateName: 'promo-',
            namespace: stage.metadata.namespace,
          },
          spec: { stage: stage.metadata.name, freight: freight.metadata.name },
        },
        { user: PERSON },
      );
    }
  }
}
