export { createClaimEvaluator } from './createClaimEvaluator';
