import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import type { ResourceDefinition } from './ResourceDefinition';

/** @throws a 409 where the object is not the one that the request means. */
export function checkPreconditions(
  definition: ResourceDefinition,
  current: KubernetesObject,
  wanted: { readonly uid?: string; readonly resourceVersion?: string },
): void {
  const record = current.metadata;
  const checks = [
    { label: 'UID', expected: wanted.uid, actual: record.uid },
    {
      label: 'ResourceVersion',
      expected: wanted.resourceVersion,
      actual: record.resourceVersion,
    },
  ];
  for (const { label, expected, actual } of checks) {
    if (expected !== undefined && expected !== actual) {
      throw apiErrors.preconditionFailed(
        definition,
        record.name,
        `the ${label} in the precondition (${expected}) does not match the ${label} in record (${actual}).`,
        label === 'UID',
      );
    }
  }
}
