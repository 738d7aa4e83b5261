import type { ResourceAttributes } from './Authorizer';
import type { KubernetesApiError } from './KubernetesApiError';
import { apiErrors, resourceDetails } from './KubernetesApiError';
import { qualifiedResource } from './ResourceDefinition';
import type { UserInfo } from './UserInfo';

/** The 403 of a request for a resource, with the text that names user, verb, resource and scope. */
export function accessDenied(
  user: UserInfo,
  attributes: ResourceAttributes,
): KubernetesApiError {
  const named = { group: attributes.group, plural: attributes.resource };
  const resource = attributes.subresource
    ? `${attributes.resource}/${attributes.subresource}`
    : attributes.resource;
  const subject = attributes.name
    ? `${qualifiedResource(named)} "${attributes.name}"`
    : qualifiedResource(named);
  const scope =
    attributes.namespace !== undefined && attributes.resource !== 'namespaces'
      ? `in the namespace "${attributes.namespace}"`
      : 'at the cluster scope';
  return apiErrors.forbidden(
    `${subject} is forbidden: User "${user.name}" cannot ${attributes.verb} resource "${resource}" in API group "${attributes.group}" ${scope}`,
    resourceDetails(named, attributes.name),
  );
}

/** The 403 of a path that is no resource. */
export function pathDenied(
  user: UserInfo,
  path: string,
  verb: string,
): KubernetesApiError {
  return apiErrors.forbidden(
    `forbidden: User "${user.name}" cannot ${verb} path "${path}"`,
    {},
  );
}
