import { NotFoundError } from '@backstage/errors';
import {
  preflightBasis,
  strictestOf,
  type PortalOrderOf,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { stageRiskClass } from '../../controls/stageRiskClass';
import { entityStage } from '../../services/entityStage';
import type { EntityProject } from '../../services/EntityProjects';
import type { ActionTarget, HandlerContext } from './ActionTarget';

/**
 * Makes Kargo look at a stage or a warehouse now.
 *
 * @throws `NotFoundError` where the entity has no such stage, or none that takes freight from the warehouse
 */
export function refresh(
  order: PortalOrderOf<'refresh'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project } = context.project;
  const stages = refreshedStages(order, context.project);
  const { kind, name } = order;
  const target = {
    subject: { kind, name },
    action: 'refresh' as const,
    controlPlane: controlPlane.name,
    project,
    stage: stages[0].name,
  };
  return [
    {
      ...target,
      check: async () => {
        const { entityRef, caller, controls, facts } = context;
        const riskClass = strictestOf(
          stages.map(stage => stageRiskClass(controls, context.project, stage)),
        );
        const basis = await facts.basisOf(
          { entityRef, ...target },
          riskClass,
          caller,
        );
        return {
          ...preflightBasis(basis),
          riskClass: riskClass.name,
          work: { action: 'refresh', project, stage: target.stage, kind, name },
        };
      },
    },
  ];
}

/** The stages that get what is found, whose classes decide. */
function refreshedStages(
  { kind, name }: PortalOrderOf<'refresh'>,
  found: EntityProject,
): readonly [Stage, ...Stage[]] {
  if (kind === 'Stage') return [entityStage(found, name)];
  const { controlPlane, project, stageNames } = found;
  const [first, ...others] = controlPlane
    .stagesOf(project)
    .filter(
      stage =>
        (stageNames?.includes(stage.name) ?? true) &&
        stage.requests.some(
          ({ warehouse, direct }) => warehouse === name && direct,
        ),
    );
  if (!first) {
    throw new NotFoundError(
      `No stage of this entity takes freight from a warehouse ${name} on ${controlPlane.name}`,
    );
  }
  return [first, ...others];
}
