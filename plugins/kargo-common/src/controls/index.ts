export * from './approvalContract';
export * from './approvals';
export * from './calendar';
export { durationSchema } from './duration';
export * from './preflight';
export {
  preflightBodySchema,
  preflightViewSchema,
  type PreflightBody,
  type PreflightView,
} from './preflightContract';
export * from './riskClass';
export * from './rollback';
