export * from './actions';
export {
  CONTROL_NAMES,
  type ControlFinding,
  type ControlName,
  type WhoCanAct,
} from './control';
export type { Decision } from './decide';
export { isOverridable, preflight, type Preflight } from './preflight';
export type {
  AccessObservation,
  AvailabilityObservation,
  ControllerObservation,
  DiffObservation,
  ExecutorSupport,
  HealthObservation,
  HoldObservation,
  Observed,
  PreflightInput,
  QueueObservation,
  VerificationObservation,
} from './preflightInput';
