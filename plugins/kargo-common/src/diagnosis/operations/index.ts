import type { Operation } from '../rule';
import { ARGOCD_OPERATIONS } from './argocd';
import { FILE_OPERATIONS } from './files';
import { GIT_OPERATIONS } from './git';
import { HTTP_OPERATIONS } from './http';
import { MANIFEST_OPERATIONS } from './manifests';
import { OCI_OPERATIONS } from './oci';
import { PROMOTION_OPERATIONS } from './promotion';
import { PULL_REQUEST_OPERATIONS } from './pullRequests';
import { STAGE_OPERATIONS } from './stages';
import { WAREHOUSE_OPERATIONS } from './warehouse';

/**
 * What Kargo does that can fail for a reason from outside.
 *
 * @public
 */
export const DIAGNOSIS_OPERATIONS: readonly Operation[] = [
  ...WAREHOUSE_OPERATIONS,
  ...PROMOTION_OPERATIONS,
  ...GIT_OPERATIONS,
  ...PULL_REQUEST_OPERATIONS,
  ...ARGOCD_OPERATIONS,
  ...MANIFEST_OPERATIONS,
  ...FILE_OPERATIONS,
  ...HTTP_OPERATIONS,
  ...OCI_OPERATIONS,
  ...STAGE_OPERATIONS,
];
