import type { KargoPromotionsService } from '../services/KargoPromotionsService';
import type { DiagnosisOf } from './DiagnosisOf';

/** Reads what the rules diagnosed from what the page shows. */
export function diagnosisReader(
  promotions: Pick<KargoPromotionsService, 'getPromotion' | 'getStage'>,
): DiagnosisOf {
  return async (entityRef, { kind, controlPlane, name }, caller) => {
    const wanted = { controlPlane, name };
    if (kind === 'stage')
      return (await promotions.getStage(entityRef, wanted, caller)).diagnoses;
    const { diagnosis } = await promotions.getPromotion(
      entityRef,
      wanted,
      caller,
    );
    return diagnosis ? [diagnosis] : [];
  };
}
