import type { Diagnosis, Evidence } from '../diagnosis';
import { explainText } from '../explainText';
import { failedStep, type PlacedStep } from '../failedStep';
import { failureNature } from '../nature';
import { stripWrappers } from '../stripWrappers';
import type { PromotionEvidence, StepEvidence } from '../subject';
import { evidenceOf, explainState, type StateRule } from './stateRule';

const TIMED_OUT = /^step "(?:[^"\\]|\\.){0,256}" timed out after \S{1,32}$/;

const ENDED: readonly string[] = ['Succeeded', 'Failed', 'Errored', 'Aborted'];

/** Steps and promotions about which Kargo says nothing. */
const STATES: readonly StateRule<StepEvidence>[] = [
  {
    rule: 'http.status-not-2xx',
    family: 'http',
    applies: step => step.uses === 'http' && step.status === 'Failed',
    cause:
      'The service answered with a status outside 200 to 299, and the step has no criteria of its own. Kargo stores no message for that.',
    confidence: 'likely',
    severity: 'failure',
    nextStep:
      'Call the URL of the step by hand; add success and failure criteria, so that the answer is kept.',
    whoCanAct: 'developer',
    safeToRetry: 'after-fix',
  },
  {
    rule: 'pull-request.waiting-for-review',
    family: 'pull-request',
    applies: step =>
      ['git-wait-for-pr', 'git-merge-pr'].includes(step.uses ?? '') &&
      step.status === 'Running',
    cause:
      'The pull request is open: the promotion waits for its review or its checks.',
    confidence: 'certain',
    severity: 'waiting',
    nextStep: 'Review the pull request.',
    whoCanAct: 'reviewer',
    safeToRetry: 'no',
  },
  {
    rule: 'argocd.waiting-for-sync',
    family: 'argocd',
    applies: step =>
      ['argocd-update', 'argocd-wait'].includes(step.uses ?? '') &&
      step.status === 'Running',
    cause: 'Argo CD is still working on the Applications of the step.',
    confidence: 'certain',
    severity: 'waiting',
    nextStep:
      'Wait; if it takes longer than usual, look at the operation state and the sync windows of the Applications.',
    whoCanAct: 'nobody',
    safeToRetry: 'no',
  },
  {
    rule: 'orchestrator.aborted',
    family: 'orchestrator',
    applies: step => step.status === 'Aborted',
    cause: 'Somebody aborted the promotion.',
    confidence: 'certain',
    severity: 'decision',
    nextStep: 'Ask whoever aborted it before promoting again.',
    whoCanAct: 'developer',
    safeToRetry: 'no',
  },
];

/** Explains a promotion by the step that decided its end, else by its own message. */
export function diagnosePromotion(promotion: PromotionEvidence): Diagnosis {
  const decided = failedStep(promotion.steps ?? []);
  const failed = decided && decided.step.status !== 'Running';
  const phase = evidenceOf(
    { 'status.phase': promotion.phase },
    promotion.finishedAt,
  );
  // The message of a promotion can be that of another step (Kargo issue 6851), so the step speaks first.
  if (decided && (failed || !promotion.message)) {
    return diagnoseStep(promotion, decided, phase);
  }
  if (promotion.message && promotion.phase !== 'Succeeded') {
    return explainText({
      message: promotion.message,
      final: ENDED.includes(promotion.phase ?? ''),
      subject: 'promotion',
      uses: decided?.step.uses,
      kargoVersion: promotion.kargoVersion,
      nature: failureNature({
        status: promotion.phase,
        kargoVersion: promotion.kargoVersion,
      }),
      evidence: [
        ...phase,
        ...evidenceOf(
          { 'status.message': promotion.message },
          promotion.finishedAt,
        ),
      ],
    });
  }
  const state = explainState(STATES, { status: promotion.phase }, phase);
  if (state) return state;
  if (['Failed', 'Errored'].includes(promotion.phase ?? '')) {
    return {
      status: 'unknown',
      raw: '',
      operation: undefined,
      nature: failureNature({
        status: promotion.phase,
        kargoVersion: promotion.kargoVersion,
      }),
      evidence: phase,
      relatedFailures: [],
    };
  }
  return { status: 'nothing-wrong', evidence: phase };
}

function diagnoseStep(
  promotion: PromotionEvidence,
  { index, step }: PlacedStep,
  phase: readonly Evidence[],
): Diagnosis {
  const field = `status.stepExecutionMetadata[${index}]`;
  const at = step.finishedAt ?? promotion.finishedAt;
  const seen = step.lastMessageBeforeRetry;
  // A timeout replaces the error that it waited out (Kargo issue 7049).
  const message =
    seen && TIMED_OUT.test(innerOf(step.message, promotion))
      ? seen
      : step.message;
  const messageOfPromotion =
    step.status === 'Running' ? undefined : promotion.message;
  const evidence = [
    ...evidenceOf(
      {
        [`${field}.status`]: step.status,
        [`${field}.message`]: step.message,
      },
      at,
    ),
    ...(message === seen
      ? evidenceOf({ 'last message before the timeout': seen })
      : []),
    ...evidenceOf({
      [`spec.steps[${index}].uses`]: step.uses,
      [`${field}.errorCount`]: step.errorCount?.toString(),
    }),
    ...phase,
  ];
  const text = message || messageOfPromotion;
  const nature = failureNature({
    status: step.status,
    kargoVersion: promotion.kargoVersion,
  });
  if (text) {
    return explainText({
      message: text,
      // A timeout ends the retries that the message before it announced.
      final: message === seen || ENDED.includes(promotion.phase ?? ''),
      subject: 'promotion',
      uses: step.uses,
      kargoVersion: promotion.kargoVersion,
      nature,
      evidence,
    });
  }
  const state = explainState(STATES, step, evidence);
  if (state) return state;
  if (step.status === 'Running') return { status: 'nothing-wrong', evidence };
  return {
    status: 'unknown',
    raw: '',
    operation: undefined,
    nature,
    evidence,
    relatedFailures: [],
  };
}

function innerOf(
  message: string | undefined,
  { kargoVersion }: PromotionEvidence,
): string {
  return stripWrappers(message ?? '', kargoVersion).text;
}
