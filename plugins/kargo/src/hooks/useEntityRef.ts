import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';

/** Ref of the entity of the page; a new entity object with the same ref is no reason to start over. */
export function useEntityRef(): CompoundEntityRef {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return useMemo(() => parseEntityRef(ref), [ref]);
}
