import {
  redactExcerpt,
  type PromotionDetail,
  type PromotionPhase,
  type StageDetail,
} from '@fairway/plugin-kargo-common';

const LONGEST_MESSAGE = 1_000;

const PHASES: Readonly<Record<PromotionPhase, string>> = {
  Pending: 'waits',
  Running: 'is running',
  Succeeded: 'succeeded',
  Failed: 'failed',
  Errored: 'errored',
  Aborted: 'was aborted',
  Unknown: 'is in a state that nobody knows',
};

/** Why something is not in a stage, as a person would say it. */
export function stageSentence({ stage, explanations }: StageDetail): string {
  if (explanations.length > 0) {
    return explanations.map(({ sentence }) => sentence).join(' ');
  }
  const there = stage.freight?.version ?? stage.freight?.name;
  return there
    ? `Nothing newer than ${there} is on its way to ${stage.name}.`
    : `${stage.name} is empty, and nothing is on its way to it.`;
}

/** How a promotion stands, as a person would say it: the step that failed comes before what Kargo says of the whole. */
export function promotionSentence(promotion: PromotionDetail): string {
  const { stage, phase, steps } = promotion;
  const what = promotion.version ?? promotion.freight ?? promotion.name;
  const failed = steps.find(
    step =>
      (step.status === 'Failed' || step.status === 'Errored') &&
      !step.continueOnError,
  );
  const current = steps.find(step => step.status === 'Running');
  const step = failed ?? current;
  const message = step?.message ?? promotion.message;
  const sentence = `The promotion of ${what} to ${stage} ${PHASES[phase]}${
    step ? ` at step "${step.name}"` : ''
  }`;
  return message
    ? `${sentence}: ${redactExcerpt(message, LONGEST_MESSAGE)}`
    : `${sentence}.`;
}
