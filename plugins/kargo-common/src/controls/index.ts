export * from './approvalContract';
export * from './approvals';
export * from './calendar';
export { durationSchema } from './duration';
export * from './preflight';
export * from './riskClass';
export * from './rollback';
