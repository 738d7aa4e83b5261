export type { QuotaChargedPod } from './quotaCharge';
export {
  readResourceQuota,
  type ResourceQuota,
  type ResourceQuotaLimit,
} from './resourceQuota';
export {
  resourceQuotaGate,
  type ResourceQuotaCheck,
  type ResourceQuotaGate,
} from './resourceQuotaGate';
