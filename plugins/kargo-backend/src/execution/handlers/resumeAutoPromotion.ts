import {
  autoPromotionCandidate,
  preflightBasis,
  type PortalOrderOf,
} from '@fairway/plugin-kargo-common';
import { stageRiskClass } from '../../controls/stageRiskClass';
import { entityStage } from '../../services/entityStage';
import type {
  ActionTarget,
  CheckedTarget,
  HandlerContext,
} from './ActionTarget';
import { checkPromotion } from './promotionTarget';

/**
 * Auto-promotion goes on once what it would promote was promoted by hand, so that is what is done: with all the controls
 * of a promotion of that freight.
 *
 * @see akuity/kargo pkg/webhook/kubernetes/promotion/webhook.go, `syncHoldAnnotations`
 *
 * @throws `NotFoundError` where there is no such stage of the entity
 */
export function resumeAutoPromotion(
  order: PortalOrderOf<'resume-auto-promotion'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project } = context.project;
  const { name } = entityStage(context.project, order.stage);
  return [
    {
      subject: { kind: 'Stage', name },
      action: 'resume-auto-promotion',
      controlPlane: controlPlane.name,
      project,
      stage: name,
      check: () => check(order, context),
    },
  ];
}

async function check(
  order: PortalOrderOf<'resume-auto-promotion'>,
  context: HandlerContext,
): Promise<CheckedTarget> {
  const { controlPlane, project } = context.project;
  const stage = entityStage(context.project, order.stage);
  const request = stage.requests.find(({ origin }) => origin === order.origin);
  const candidate = request
    ? autoPromotionCandidate(
        stage,
        request,
        controlPlane.freightOf(project),
        new Date(),
      )
    : undefined;
  if (candidate?.status === 'candidate') {
    return checkPromotion(
      {
        controlPlane: controlPlane.name,
        stage: stage.name,
        freight: candidate.freight.name,
        intent: 'resume',
      },
      context,
    );
  }
  const { entityRef, caller, controls, facts } = context;
  const riskClass = stageRiskClass(controls, context.project, stage);
  const basis = await facts.basisOf(
    {
      entityRef,
      action: order.action,
      controlPlane: controlPlane.name,
      project,
      stage: stage.name,
    },
    riskClass,
    caller,
  );
  const { blockers, warnings } = preflightBasis(basis);
  return {
    decision: 'blocked',
    blockers: [
      ...blockers,
      {
        control: 'availability',
        message: request
          ? `No freight of ${order.origin} is available to ${stage.name} now, with which auto-promotion could go on.`
          : `${stage.name} takes no freight of ${order.origin}.`,
        value: candidate?.status ?? 'other origin',
        whoCanAct: 'owner',
      },
    ],
    warnings,
    overridden: [],
    riskClass: riskClass.name,
  };
}
