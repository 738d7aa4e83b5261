import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { toError } from '@backstage/errors';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import {
  ANNOTATION_GPU_CLUSTER,
  type GpuCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import { useCallback } from 'react';
import { gpuCapacityApiRef } from '../api';

const POLL_MS = 60_000;
/** Each is a request: a home page asks for few. */
const MAX_POOLS = 4;
const MAX_OWN = 8;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
];

/** Annotations by which Backstage finds the pods of an entity. */
const POD_ANNOTATIONS = [
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
];

/** An entity with what is said of it, or why nothing can be said. */
export interface OwnCapacity {
  readonly entityRef: string;
  readonly title: string;
  readonly answer:
    | { readonly status: 'known'; readonly capacity: GpuCapacity }
    | { readonly status: 'unknown'; readonly reason: string };
}

/** The pools of the portal and the components of the reader that hold accelerators. */
export function useOwnCapacity(): AsyncState<readonly OwnCapacity[]> {
  const api = useApi(gpuCapacityApiRef);
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const own = { 'relations.ownedBy': ownershipEntityRefs };
    const [pools, components] = await Promise.all([
      catalog.getEntities({
        filter: {
          [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: FIELDS,
        limit: MAX_POOLS,
      }),
      catalog.getEntities({
        filter: POD_ANNOTATIONS.map(annotation => ({
          ...own,
          kind: 'component',
          [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
        })),
        fields: FIELDS,
        limit: MAX_OWN,
      }),
    ]);
    const found = await Promise.all(
      [...pools.items, ...components.items].map(
        async (entity): Promise<OwnCapacity> => {
          const entityRef = stringifyEntityRef(entity);
          return {
            entityRef,
            title: entity.metadata.title ?? entity.metadata.name,
            answer: await answerOf(() =>
              api.getEntityCapacity(parseEntityRef(entityRef)),
            ),
          };
        },
      ),
    );
    return found.filter(isWorthALine);
  }, [api, catalog, identity]);
  return usePolledAsync(load, POLL_MS);
}

/** One entity that cannot be read hides no other. */
async function answerOf(
  read: () => Promise<GpuCapacity>,
): Promise<OwnCapacity['answer']> {
  try {
    return { status: 'known', capacity: await read() };
  } catch (error) {
    return { status: 'unknown', reason: toError(error).message };
  }
}

/** A component that has nothing to do with accelerators is not. */
function isWorthALine({ answer }: OwnCapacity): boolean {
  if (answer.status === 'unknown') return true;
  const { capacity } = answer;
  switch (capacity.scope) {
    case 'pool':
      return true;
    case 'workload':
      return (
        capacity.pods.length > 0 ||
        capacity.hidden.pods > 0 ||
        capacity.demands.length > 0
      );
    default:
      return false;
  }
}
