export * from './actionContract';
export * from './approvalContract';
export * from './approvals';
export * from './calendar';
export { durationSchema } from './duration';
export * from './portalOrder';
export * from './preflight';
export {
  preflightBodySchema,
  preflightViewSchema,
  promoteBodySchema,
  promoteResponseSchema,
  type PreflightBody,
  type PreflightView,
  type PromoteBody,
} from './preflightContract';
export * from './riskClass';
export * from './rollback';
