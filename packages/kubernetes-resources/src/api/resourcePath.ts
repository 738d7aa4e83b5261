import { InputError } from '@backstage/errors';
import type { ResourceType } from '../service';

/** Path of the collection, of one object of it, or of a part of that object. */
export function resourcePath(options: {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
}): string {
  const { resource, namespace, name, subresource } = options;
  return [
    groupVersionPath(resource),
    namespace === undefined ? undefined : `namespaces/${segment(namespace)}`,
    segment(resource.plural),
    name === undefined ? undefined : segment(name),
    subresource === undefined ? undefined : segment(subresource),
  ]
    .filter(part => part !== undefined)
    .join('/');
}

/** Path of the discovery document of a group and version. */
export function groupVersionPath(
  resource: Pick<ResourceType, 'group' | 'apiVersion'>,
): string {
  const version = segment(resource.apiVersion);
  return resource.group === ''
    ? `/api/${version}`
    : `/apis/${segment(resource.group)}/${version}`;
}

/** Kubernetes refuses the same names (k8s.io/apimachinery: pkg/api/validation/path). */
function segment(value: string): string {
  if (['', '.', '..'].includes(value) || /[/%]/.test(value)) {
    throw new InputError(`'${value}' cannot be part of a resource path`);
  }
  return encodeURIComponent(value);
}
