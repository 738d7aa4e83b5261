import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DiagnosisAdvisor } from './DiagnosisAdvisor';

/**
 * Takes the advisor of the Kargo plugin.
 *
 * @public
 */
export interface KargoAdvisorExtensionPoint {
  /** @throws `ConflictError` where there is one already */
  setAdvisor(advisor: DiagnosisAdvisor): void;
}

/**
 * Lets one module advise on what the rules of the Kargo plugin diagnosed. Without any, the diagnosis stands by itself.
 *
 * @public
 */
export const kargoAdvisorExtensionPoint =
  createExtensionPoint<KargoAdvisorExtensionPoint>({ id: 'kargo.advisor' });
