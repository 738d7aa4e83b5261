import type {
  LedgerFreight,
  LedgerPromotion,
  LedgerStage,
} from '@fairway/plugin-kargo-common';
import { ChangingObservation } from './ChangingObservation';

/** A control plane that tests change by hand. */
export function changingSource(name = 'platform') {
  return {
    name,
    promotions: new ChangingObservation<LedgerPromotion>(),
    freight: new ChangingObservation<LedgerFreight>(),
    stages: new ChangingObservation<LedgerStage>(),
  };
}

/** A promotion that runs. */
export function runningPromotion(
  uid: string,
  more: Partial<LedgerPromotion> = {},
): LedgerPromotion {
  return {
    project: 'orders',
    name: `uat.${uid}`,
    uid,
    stage: 'uat',
    freight: 'f1',
    version: '1.8.3',
    phase: 'Running',
    message: undefined,
    actor: undefined,
    createdAt: '2026-11-21T10:00:00Z',
    startedAt: '2026-11-21T10:01:00Z',
    finishedAt: undefined,
    ...more,
  };
}

/** The same promotion when it has succeeded. */
export function succeededPromotion(
  uid: string,
  more: Partial<LedgerPromotion> = {},
): LedgerPromotion {
  return runningPromotion(uid, {
    phase: 'Succeeded',
    finishedAt: '2026-11-21T10:05:00Z',
    ...more,
  });
}
