/**
 * How modules extend the Kargo plugin.
 *
 * @packageDocumentation
 */
export type {
  AdvisorAnswer,
  AdvisorFailure,
  AdvisorFailureKind,
  DiagnosisAdvisor,
} from './DiagnosisAdvisor';
export {
  kargoAdvisorExtensionPoint,
  type KargoAdvisorExtensionPoint,
} from './kargoAdvisorExtensionPoint';
