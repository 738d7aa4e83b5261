import type {
  Promotion,
  PromotionDetail,
  Stage,
} from '@fairway/plugin-kargo-common';
import { stageLinks, type ControlPlaneLinks } from './ControlPlaneLinks';

/** A promotion with its steps, as people see it. */
export function promotionDetail(options: {
  readonly promotion: Promotion;
  readonly controlPlane: string;
  readonly stage: Stage | undefined;
  readonly links: ControlPlaneLinks | undefined;
}): PromotionDetail {
  const { promotion, controlPlane, stage, links } = options;
  const { rollback, annotations: _, uid: __, shard: ___, ...rest } = promotion;
  return {
    ...rest,
    controlPlane,
    rollback: rollback || undefined,
    steps: promotion.steps.map(({ output, ...step }) => ({
      ...step,
      pullRequest: output.pullRequest,
      links: [...output.links],
    })),
    links: stage ? stageLinks(links, stage) : [],
  };
}
