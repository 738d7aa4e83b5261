import {
  preflightReverify,
  type PortalOrderOf,
} from '@fairway/plugin-kargo-common';
import { stageRiskClass } from '../../controls/stageRiskClass';
import { entityStage } from '../../services/entityStage';
import type { ActionTarget, HandlerContext } from './ActionTarget';

/**
 * Verifies what a stage has once more.
 *
 * @throws `NotFoundError` where there is no such stage of the entity
 */
export function reverify(
  order: PortalOrderOf<'reverify'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project } = context.project;
  const { name } = entityStage(context.project, order.stage);
  const target = {
    subject: { kind: 'Stage' as const, name },
    action: 'reverify' as const,
    controlPlane: controlPlane.name,
    project,
    stage: name,
  };
  return [
    {
      ...target,
      check: async () => {
        const { entityRef, caller, controls, facts } = context;
        const stage = entityStage(context.project, order.stage);
        const riskClass = stageRiskClass(controls, context.project, stage);
        const latest = stage.history[0]?.verifications[0];
        const basis = await facts.basisOf(
          { entityRef, ...target },
          riskClass,
          caller,
        );
        return {
          ...preflightReverify({
            ...basis,
            stage: name,
            latest: {
              status: 'observed',
              value: latest && { id: latest.id, phase: latest.phase },
            },
          }),
          riskClass: riskClass.name,
          freight: stage.freight?.name,
          version: stage.freight?.version,
          work: { action: 'reverify', project, stage: name },
        };
      },
    },
  ];
}
