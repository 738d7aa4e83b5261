export type { ChangeSeverity } from './changeSeverity';
export { detectOutOfBandChanges } from './detectOutOfBandChanges';
export type { ManagerClass, ManagerRule } from './ManagerRule';
export { DEFAULT_MANAGER_RULES } from './managerRules';
export type {
  AuditedWrite,
  BreakGlassWindow,
  DeliveryPath,
  OutOfBandContext,
} from './OutOfBandContext';
export type {
  OutOfBandChange,
  OutOfBandFindings,
  PassedOver,
} from './OutOfBandFindings';
