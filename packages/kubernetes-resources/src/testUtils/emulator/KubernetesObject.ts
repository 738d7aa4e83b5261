import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * `metadata` of a Kubernetes object, as far as the emulator reads it.
 *
 * @public
 */
export type ObjectMetadata = {
  name: string;
  namespace?: string;
  generateName?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: { [key: string]: string };
  annotations?: { [key: string]: string };
  finalizers?: string[];
  [field: string]: JsonValue | undefined;
};

/**
 * An object of the Kubernetes API.
 *
 * @public
 */
export type KubernetesObject = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  [field: string]: JsonValue | undefined;
};

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStringRecord(value: unknown): boolean {
  return (
    value === undefined ||
    (isJsonObject(value) &&
      Object.values(value).every(entry => typeof entry === 'string'))
  );
}

/**
 * Whether a JSON value has the shape that every stored object has.
 *
 * @public
 */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  if (!isJsonObject(value) || !isJsonObject(value.metadata)) {
    return false;
  }
  const { metadata } = value;
  return (
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    typeof metadata.name === 'string' &&
    isStringRecord(metadata.labels) &&
    isStringRecord(metadata.annotations)
  );
}

/** The value below a list of keys, or `undefined` where any part of the way is missing. */
export function valueAt(
  object: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  let current = object;
  for (const key of path) {
    current = isJsonObject(current) ? current[key] : undefined;
  }
  return current;
}
