import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from './KubernetesObject';

/** RFC 7386. */
export function mergePatch(
  target: JsonValue | undefined,
  patch: JsonObject,
): JsonObject {
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else if (isJsonObject(value)) {
      result[key] = mergePatch(result[key], value);
    } else {
      result[key] = value;
    }
  }
  return result;
}
