export {
  DEFAULT_REASON_ANNOTATIONS,
  findPolicyExceptions,
} from './findPolicyExceptions';
export type {
  PassedOverException,
  PolicyException,
  PolicyExceptionContext,
  PolicyExceptionFindings,
  PolicySystem,
} from './PolicyException';
