import { NotFoundError } from '@backstage/errors';
import {
  isFinished,
  preflightAbort,
  type PortalOrderOf,
} from '@fairway/plugin-kargo-common';
import { stageRiskClass } from '../../controls/stageRiskClass';
import { entityStage } from '../../services/entityStage';
import type { ActionTarget, HandlerContext } from './ActionTarget';

/**
 * Ends a promotion that is not finished.
 *
 * @throws `NotFoundError` where there is no such promotion of the entity
 */
export function abort(
  order: PortalOrderOf<'abort'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project } = context.project;
  const read = () => {
    const promotion = controlPlane.promotion(project, order.promotion);
    if (promotion) return promotion;
    throw new NotFoundError(
      `This entity has no promotion ${order.promotion} on ${controlPlane.name}`,
    );
  };
  const { name, stage: stageName } = read();
  const stage = entityStage(context.project, stageName);
  const target = {
    subject: { kind: 'Promotion' as const, name },
    action: 'abort' as const,
    controlPlane: controlPlane.name,
    project,
    stage: stage.name,
  };
  return [
    {
      ...target,
      check: async () => {
        const { entityRef, caller, controls, facts } = context;
        const riskClass = stageRiskClass(controls, context.project, stage);
        const basis = await facts.basisOf(
          { entityRef, ...target },
          riskClass,
          caller,
        );
        const { phase, freight } = read();
        return {
          ...preflightAbort({
            ...basis,
            promotion: {
              status: 'observed',
              value: { name, phase, finished: isFinished(phase) },
            },
          }),
          riskClass: riskClass.name,
          freight,
          version: controlPlane
            .freightOf(project)
            .find(item => item.name === freight)?.version,
          work: {
            action: 'abort',
            project,
            stage: stage.name,
            promotion: name,
          },
        };
      },
    },
  ];
}
