import { OUTSIDE_RULES } from '../causes';
import type { DiagnosisRule } from '../rule';
import { ARGOCD_RULES } from './argocd';
import { CONFIGURATION_RULES } from './configuration';
import { CREDENTIAL_RULES } from './credentials';
import { FILE_RULES } from './files';
import { GIT_RULES } from './git';
import { HEALTH_RULES } from './health';
import { HTTP_RULES } from './http';
import { MANIFEST_RULES } from './manifests';
import { OCI_RULES } from './oci';
import { ORCHESTRATOR_RULES } from './orchestrator';
import { PULL_REQUEST_RULES } from './pullRequests';
import { STAGE_RULES } from './stages';
import { STRUCTURED_FILE_RULES } from './structuredFiles';
import { VERIFICATION_RULES } from './verification';
import { WAREHOUSE_RULES } from './warehouse';

/**
 * What the messages of Kargo 1.9 to 1.12 mean: first Kargo's own statements, then the answers of what it calls.
 *
 * @public
 */
export const DIAGNOSIS_RULES: readonly DiagnosisRule[] = [
  ...ORCHESTRATOR_RULES,
  ...CONFIGURATION_RULES,
  ...GIT_RULES,
  ...PULL_REQUEST_RULES,
  ...ARGOCD_RULES,
  ...HEALTH_RULES,
  ...MANIFEST_RULES,
  ...STRUCTURED_FILE_RULES,
  ...FILE_RULES,
  ...HTTP_RULES,
  ...OCI_RULES,
  ...CREDENTIAL_RULES,
  ...VERIFICATION_RULES,
  ...WAREHOUSE_RULES,
  ...STAGE_RULES,
  ...OUTSIDE_RULES,
];
