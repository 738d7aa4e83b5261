import type { JsonObject } from '@backstage/types';
import type {
  ObjectReference,
  ResourceReference,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';

/** Replaces fields of a status as a whole; `null` takes a field out. */
export function setStatusFields(
  store: ResourceStore,
  resource: ResourceReference,
  { namespace, name }: ObjectReference,
  fields: JsonObject,
): void {
  store.modify(
    resource,
    { namespace, name },
    current => {
      const { status } = current;
      const previous =
        typeof status === 'object' && status !== null && !Array.isArray(status)
          ? status
          : {};
      const merged = Object.entries({ ...previous, ...fields }).filter(
        ([, value]) => value !== null && value !== undefined,
      );
      return { ...current, status: Object.fromEntries(merged) };
    },
    { subresource: 'status' },
  );
}
