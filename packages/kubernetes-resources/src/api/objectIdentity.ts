import type { JsonObject } from '@backstage/types';
import { isJsonObject } from './jsonObject';

/** Where an object belongs, and which version of it this is. */
interface ObjectIdentity {
  /** `namespace/name`, or `name` for cluster-scoped objects. */
  readonly key: string;
  readonly resourceVersion: string | undefined;
}

/** `undefined` where the object has no name. */
export function objectIdentity(object: JsonObject): ObjectIdentity | undefined {
  const { metadata } = object;
  if (!isJsonObject(metadata) || typeof metadata.name !== 'string') {
    return undefined;
  }
  const { name, namespace } = metadata;
  return {
    key:
      typeof namespace === 'string' && namespace !== ''
        ? `${namespace}/${name}`
        : name,
    resourceVersion: objectVersion(object),
  };
}

export function objectVersion(object: JsonObject): string | undefined {
  const { metadata } = object;
  return isJsonObject(metadata) && typeof metadata.resourceVersion === 'string'
    ? metadata.resourceVersion
    : undefined;
}
