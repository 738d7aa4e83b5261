import { isError } from '@backstage/errors';
import { ledgerStage } from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import type { PromotionReader } from '../services/PromotionReader';
import type { LedgerSource } from './LedgerSource';
import { mapObservation } from './mapObservation';

/** Gives control planes to the ledger; for the same control plane always the same source. */
export function ledgerSources(promotionReader: PromotionReader) {
  const sources = new WeakMap<ControlPlane, LedgerSource>();
  return (controlPlane: ControlPlane): LedgerSource => {
    const source =
      sources.get(controlPlane) ?? sourceOf(controlPlane, promotionReader);
    sources.set(controlPlane, source);
    return source;
  };
}

function sourceOf(
  { name, observations }: ControlPlane,
  promotionReader: PromotionReader,
): LedgerSource {
  return {
    name,
    stages: mapObservation(observations.stages, ledgerStage),
    freight: observations.freight,
    promotions: observations.promotions,
    async readPromotion({ project, name: promotion }) {
      try {
        return await promotionReader.read({
          controlPlane: name,
          project,
          name: promotion,
        });
      } catch (error) {
        if (isError(error) && error.name === 'NotFoundError') return undefined;
        throw error;
      }
    },
  };
}
