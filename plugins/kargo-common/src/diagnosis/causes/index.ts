import type { DiagnosisRule } from '../rule';
import { CLOUD_RULES } from './cloud';
import { FILE_SYSTEM_RULES } from './files';
import { FORMAT_RULES } from './formats';
import { GIT_HOST_RULES } from './gitHost';
import { GIT_SERVER_RULES } from './gitServer';
import { KUBERNETES_RULES } from './kubernetes';
import { NETWORK_RULES } from './network';
import { REGISTRY_RULES } from './registry';
import { RENDERER_RULES } from './renderers';
import { RUNTIME_RULES } from './runtime';

/**
 * Answers of what Kargo calls, the most telling first: the first that matches counts. A network fault stands before
 * what it can look like, and after the API server, which names the fault of a webhook behind it.
 */
export const OUTSIDE_RULES: readonly DiagnosisRule[] = [
  ...KUBERNETES_RULES,
  ...NETWORK_RULES,
  ...GIT_SERVER_RULES,
  ...GIT_HOST_RULES,
  ...REGISTRY_RULES,
  ...CLOUD_RULES,
  ...RENDERER_RULES,
  ...FORMAT_RULES,
  ...FILE_SYSTEM_RULES,
  ...RUNTIME_RULES,
];
