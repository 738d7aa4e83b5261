import {
  diagnosisViewOf,
  recordedActorWords,
  redactExcerpt,
  type Promotion,
  type PromotionDetail,
  type SharedCause,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { stageLinks, type ControlPlaneLinks } from './ControlPlaneLinks';
import { promotionSubject } from './diagnosisSubjects';

/** A promotion with its steps, as people see it. */
export function promotionDetail(options: {
  readonly promotion: Promotion;
  readonly controlPlane: string;
  readonly stage: Stage | undefined;
  readonly links: ControlPlaneLinks | undefined;
  readonly causes: readonly SharedCause[];
}): PromotionDetail {
  const { promotion, controlPlane, stage, links, causes } = options;
  const { rollback, annotations: _, uid: __, shard: ___, ...rest } = promotion;
  return {
    ...rest,
    controlPlane,
    actor: promotion.actor && recordedActorWords(promotion.actor),
    message: redacted(promotion.message),
    rollback: rollback || undefined,
    steps: promotion.steps.map(
      ({ output, lastMessageBeforeRetry: ____, ...step }) => ({
        ...step,
        message: redacted(step.message),
        pullRequest: output.pullRequest,
        links: [...output.links],
      }),
    ),
    diagnosis: diagnosisViewOf(
      promotionSubject(promotion, controlPlane),
      causes,
    ),
    links: stage ? stageLinks(links, stage) : [],
  };
}

function redacted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : redactExcerpt(text);
}
