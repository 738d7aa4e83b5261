export {
  ADVICE_VERDICTS,
  adviceAnswerSchema,
  adviceSchema,
  adviceSubjectSchema,
  advisorStatusSchema,
  askAdviceBodySchema,
  judgeAdviceBodySchema,
  judgedAdviceSchema,
  type Advice,
  type AdviceAnswer,
  type AdviceSubject,
  type AdviceVerdict,
  type AdvisorStatus,
  type AskAdviceBody,
  type JudgeAdviceBody,
  type JudgedAdvice,
} from './adviceContract';
export {
  redactAdviceEvidence,
  type AdviceEvidence,
  type DiagnosedFailure,
} from './adviceEvidence';
export { readAdvice, type ReadAdvice } from './readAdvice';
