export {
  rollbackAdvice,
  type ExistingFreight,
  type PastFreight,
  type RollbackAdvice,
  type RollbackQuestion,
  type StageFreight,
} from './rollbackAdvice';
