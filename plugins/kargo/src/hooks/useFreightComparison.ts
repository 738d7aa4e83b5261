import { useApi } from '@backstage/core-plugin-api';
import type { AsyncState } from '@fairway/platform-ui';
import type { FreightComparison } from '@fairway/plugin-kargo-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { kargoApiRef } from '../api';
import { useEntityRef } from './useEntityRef';

/** What differs between two sides. */
export function useFreightComparison(
  from: string,
  to: string,
): AsyncState<FreightComparison> {
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.compareFreight(entity, { from, to }),
    [api, entity, from, to],
  );
  return { value, loading, error, retry };
}
