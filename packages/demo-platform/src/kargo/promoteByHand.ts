import type {
  Clock,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { discoveryTime } from './autoPromotion';
import { isFreightAvailable } from './freightAvailability';
import { KARGO_GROUP, kargoResources } from './kargoResources';
import { freightSchema, stageSchema } from './kargoSchemas';
import { SCENARIOS } from './scenarios';

const PERSON = {
  name: 'jane.doe@example.com',
  groups: ['system:masters', 'system:authenticated'],
};

/**
 * What people did once in the past: promote to the Stages that no policy promotes to, and promote something older to those
 * that are held.
 */
export function promoteByHand(store: ResourceStore, clock: Clock): void {
  const freights = store
    .list(kargoResources.freights)
    .map(object => freightSchema.parse(object));
  const oldestFirst = [...freights].sort(
    (left, right) => discoveryTime(left) - discoveryTime(right),
  );
  for (const object of store.list(kargoResources.stages)) {
    const stage = stageSchema.parse(object);
    const heldBy = stage.metadata.annotations[SCENARIOS.heldBy];
    const freight = (heldBy === undefined ? freights : oldestFirst).find(
      candidate => isFreightAvailable(stage, candidate, clock.now()),
    );
    if (
      freight &&
      (stage.status.autoPromotionEnabled === false || heldBy !== undefined)
    ) {
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
        { user: { ...PERSON, name: heldBy ?? PERSON.name } },
      );
    }
  }
}
