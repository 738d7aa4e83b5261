import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** Path of the tab on entity pages, where nobody has moved it. */
const TAB = 'gpu-capacity';

/** Where the GPU capacity tab of an entity is. */
export function useCapacityPath(): (entityRef: string) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef: string) =>
      `${entityRoute(entityRouteParams(entityRef))}/${TAB}`,
    [entityRoute],
  );
}
