import type { ResourceObservation } from '@fairway/kubernetes-resources';
import type {
  LedgerFreight,
  LedgerPromotion,
  LedgerStage,
} from '@fairway/plugin-kargo-common';

/** A control plane, as far as the ledger looks at it. */
export interface LedgerSource {
  readonly name: string;
  readonly stages: ResourceObservation<LedgerStage>;
  readonly freight: ResourceObservation<LedgerFreight>;
  readonly promotions: ResourceObservation<LedgerPromotion>;
  /**
   * Reads what the observation leaves out of a promotion that is finished; `undefined` where it is gone.
   *
   * @throws where it cannot be read now
   */
  readonly readPromotion?: (
    promotion: LedgerPromotion,
  ) => Promise<LedgerPromotion | undefined>;
}
