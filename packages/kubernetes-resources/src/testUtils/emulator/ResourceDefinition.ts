import type { JsonObject, JsonValue } from '@backstage/types';
import type { KubernetesObject } from './KubernetesObject';

/**
 * A column of the Table representation.
 *
 * @public
 */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly description?: string;
  readonly priority?: number;
  /** Where the cell is read: a JSONPath as in `additionalPrinterColumns`, or a function for built-in kinds. */
  readonly value:
    | string
    | ((object: KubernetesObject, now: Date) => JsonValue | undefined);
}

/**
 * A resource that the emulator serves.
 *
 * @public
 */
export interface ResourceDefinition {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  /** Built-in kinds and custom resources answer differently: list items, 404, 405, patch types. */
  readonly builtIn?: boolean;
  /** Whether there is a `/status` subresource. */
  readonly status?: boolean;
  /** Status of a new object where there is a `/status` subresource, for example the phase of a pod. */
  readonly initialStatus?: JsonObject;
  /** Seconds between the request to delete and the removal, which somebody else then does; default 0. */
  readonly deletionGraceSeconds?: (object: KubernetesObject) => number;
  /** Whether `metadata.generation` is kept; default true. */
  readonly generation?: boolean;
  /** Field selectors beyond `metadata.name` and `metadata.namespace`, for example `spec.nodeName`. */
  readonly selectableFields?: readonly string[];
  /** Columns after Name; default one column Age. */
  readonly columns?: readonly TableColumn[];
}

export function apiVersionOf(definition: {
  readonly group: string;
  readonly version: string;
}): string {
  return definition.group
    ? `${definition.group}/${definition.version}`
    : definition.version;
}

/** `pods`, `databases.platform.example.com`: how messages of the API name a resource. */
export function qualifiedResource(definition: {
  readonly group: string;
  readonly plural: string;
}): string {
  return definition.group
    ? `${definition.plural}.${definition.group}`
    : definition.plural;
}
