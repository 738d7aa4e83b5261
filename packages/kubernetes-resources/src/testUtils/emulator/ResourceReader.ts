import type { KubernetesObject } from './KubernetesObject';

/**
 * Names a resource; the core group is the empty string.
 *
 * @public
 */
export interface ResourceReference {
  readonly group: string;
  readonly plural: string;
}

/**
 * Names one object.
 *
 * @public
 */
export interface ObjectReference {
  readonly namespace?: string;
  readonly name: string;
}

/**
 * Reads what is stored.
 *
 * @public
 */
export interface ResourceReader {
  get(
    resource: ResourceReference,
    object: ObjectReference,
  ): KubernetesObject | undefined;
  list(
    resource: ResourceReference,
    options?: { readonly namespace?: string; readonly labelSelector?: string },
  ): readonly KubernetesObject[];
}
