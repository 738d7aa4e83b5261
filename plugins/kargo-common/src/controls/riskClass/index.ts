export { readRiskClasses } from './readRiskClasses';
export {
  EXECUTION_MODES,
  approverGroupsOf,
  executionModeOf,
  riskClassConfigSchema,
  type ExecutionMode,
  type RiskClass,
  type RollbackExpectation,
} from './riskClass';
export {
  LABEL_RISK_CLASS,
  riskClassOf,
  type RiskClassAssignment,
  type RiskClassSource,
} from './riskClassOf';
export { strictestOf } from './strictest';
