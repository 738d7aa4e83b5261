export {
  CONTROL_NAMES,
  type ControlFinding,
  type ControlName,
  type WhoCanAct,
} from './control';
export { preflight, type Preflight } from './preflight';
export type {
  AccessObservation,
  AvailabilityObservation,
  ControllerObservation,
  DiffObservation,
  HealthObservation,
  HoldObservation,
  Observed,
  PreflightInput,
  QueueObservation,
  VerificationObservation,
} from './preflightInput';
