import type { Diagnosis } from './diagnosis';
import type { DiagnosisSubject } from './subject';
import { diagnoseController } from './subjects/diagnoseController';
import { diagnosePromotion } from './subjects/diagnosePromotion';
import { diagnoseStageHealth } from './subjects/diagnoseStageHealth';
import { diagnoseVerification } from './subjects/diagnoseVerification';
import { diagnoseWarehouse } from './subjects/diagnoseWarehouse';

/**
 * Explains what is wrong by the rules in `DIAGNOSIS_RULES`, with the evidence it rests on. Where no rule knows the text it
 * says so and gives the text. Nothing in the answer holds a secret.
 *
 * @public
 */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  switch (subject.kind) {
    case 'promotion':
      return diagnosePromotion(subject);
    case 'stage-health':
      return diagnoseStageHealth(subject);
    case 'verification':
      return diagnoseVerification(subject);
    case 'warehouse':
      return diagnoseWarehouse(subject);
    default:
      return diagnoseController(subject);
  }
}
