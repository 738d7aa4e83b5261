import {
  diagnose,
  type LedgerDiagnosis,
  type LedgerPromotion,
} from '@fairway/plugin-kargo-common';
import { promotionSubject } from '../domain/diagnosisSubjects';

/** Why a promotion did not succeed; `undefined` where no rule knows, or its steps were not read. */
export function promotionDiagnosis(
  promotion: LedgerPromotion,
  controlPlane: string,
): LedgerDiagnosis | undefined {
  const { steps } = promotion;
  if (!steps) return undefined;
  const diagnosis = diagnose(
    promotionSubject({ ...promotion, steps }, controlPlane),
  );
  if (diagnosis.status !== 'explained') return undefined;
  const { rule, cause, confidence } = diagnosis;
  return { rule, cause, confidence };
}
