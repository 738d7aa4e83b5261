import { NotFoundError } from '@backstage/errors';
import type { PortalOrderOf } from '@fairway/plugin-kargo-common';
import { findFreight } from '../../domain/findFreight';
import { entityStage } from '../../services/entityStage';
import type { ActionTarget, HandlerContext } from './ActionTarget';
import { promotionTarget } from './promotionTarget';

/**
 * Freight into every stage that takes it from this one. Each has controls of its own, and one that is blocked does not
 * stop the others; stages that only pass freight on have nothing to promote.
 *
 * @see akuity/kargo pkg/server/promote_downstream_v1alpha1.go
 *
 * @throws `NotFoundError` where there is no such stage of the entity
 */
export function promoteDownstream(
  order: PortalOrderOf<'promote-downstream'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project, stageNames } = context.project;
  const from = entityStage(context.project, order.stage);
  const freight = findFreight(order.freight, controlPlane.freightOf(project));
  const downstream = controlPlane
    .stagesOf(project)
    .filter(
      ({ name, controlFlow, requests }) =>
        !controlFlow &&
        (stageNames?.includes(name) ?? true) &&
        requests.some(
          ({ origin, stages }) =>
            origin === freight.origin && stages.includes(from.name),
        ),
    );
  if (downstream.length === 0) {
    throw new NotFoundError(
      `No stage of this entity takes freight of ${
        freight.warehouse ?? 'that warehouse'
      } from ${from.name}`,
    );
  }
  return downstream
    .map(({ name }) => name)
    .sort()
    .map(stage =>
      promotionTarget(
        'promote-downstream',
        {
          controlPlane: controlPlane.name,
          stage,
          freight: freight.name,
          intent: 'promote',
        },
        context,
      ),
    );
}
