import type { KubernetesObject } from './KubernetesObject';
import type { ResourceAttributes } from './Authorizer';
import type { ResourceDefinition } from './ResourceDefinition';
import type { ResourceReader } from './ResourceReader';
import type { UserInfo } from './UserInfo';

/**
 * What an admission plugin is asked, as a webhook would be.
 *
 * @public
 */
export interface AdmissionRequest {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly definition: ResourceDefinition;
  readonly subresource: string | undefined;
  readonly namespace: string | undefined;
  /** The object as it is to be stored; on DELETE the stored one. */
  readonly object: KubernetesObject;
  readonly oldObject: KubernetesObject | undefined;
  readonly user: UserInfo;
  readonly dryRun: boolean;
  readonly store: ResourceReader;
  /** A SubjectAccessReview for the user of the request. */
  authorize(attributes: ResourceAttributes): boolean;
}

/**
 * Checks and completes objects before they are stored.
 *
 * @public
 */
export interface AdmissionPlugin {
  /** Gives the object to store, or `undefined` to leave it. @throws `KubernetesApiError` to refuse. */
  admit(request: AdmissionRequest): KubernetesObject | undefined;
}
