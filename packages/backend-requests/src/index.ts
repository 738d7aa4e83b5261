/**
 * From a request to a service call: authorise the caller, read the input.
 *
 * @packageDocumentation
 */
export { describeIssues } from './describeIssues';
export { parseInput } from './parseInput';
export { readEntityRef, readEntityRefPath } from './readEntityRef';
export {
  requirePermission,
  requireResourcePermission,
  type PermissionRequirement,
} from './requirePermission';
