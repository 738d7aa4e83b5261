import {
  freightAvailability,
  preflightApproveFreight,
  samePerson,
  usableApproval,
  type ApprovalRequest,
  type Caller,
  type Observed,
  type PortalOrderOf,
} from '@fairway/plugin-kargo-common';
import { findFreight } from '../../domain/findFreight';
import { soakOf, verificationOf } from '../../preflight/preflightInput';
import { ledgerActor } from '../../approvals/approvalEntry';
import { stageRiskClass } from '../../controls/stageRiskClass';
import { entityStage } from '../../services/entityStage';
import type {
  ActionTarget,
  CheckedTarget,
  HandlerContext,
} from './ActionTarget';

/**
 * Makes freight available to a stage by hand, past verification and soak.
 *
 * @throws `NotFoundError` where the entity has no such stage, or the project no such freight
 */
export function approveFreight(
  order: PortalOrderOf<'approve-freight'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  const { controlPlane, project } = context.project;
  const stage = entityStage(context.project, order.stage);
  const freight = findFreight(order.freight, controlPlane.freightOf(project));
  return [
    {
      subject: { kind: 'Freight', name: freight.name },
      action: 'approve-freight',
      controlPlane: controlPlane.name,
      project,
      stage: stage.name,
      check: () => check(order, context),
    },
  ];
}

async function check(
  order: PortalOrderOf<'approve-freight'>,
  context: HandlerContext,
): Promise<CheckedTarget> {
  const { entityRef, caller, controls, facts, personOf, preflights } = context;
  const { controlPlane, project } = context.project;
  const stage = entityStage(context.project, order.stage);
  const freight = findFreight(order.freight, controlPlane.freightOf(project));
  const at = new Date();
  const riskClass = stageRiskClass(controls, context.project, stage);
  const where = {
    controlPlane: controlPlane.name,
    project,
    stage: stage.name,
    freight: freight.name,
  };
  const { status } = freightAvailability(stage, freight, at);
  const binding = { ...where, riskClass: riskClass.name };
  const now = at.toISOString();
  const approvals = ownRequests(
    await preflights.approvalsFor(controlPlane.name, stage, freight),
    await personOf(),
  );
  const glass =
    approvals.status === 'observed'
      ? usableApproval({
          requests: approvals.value,
          purpose: 'break-glass',
          binding,
          now,
        })
      : undefined;
  return {
    ...preflightApproveFreight({
      ...(await facts.basisOf(
        { entityRef, action: 'approve-freight', ...where },
        riskClass,
        caller,
      )),
      binding,
      now,
      approvals,
      soak: { status: 'observed', value: soakOf(stage, freight, at) },
      verification: {
        status: 'observed',
        value: verificationOf(
          stage,
          freight,
          controlPlane.stateOf(project, at),
        ),
      },
      availability: {
        status: 'observed',
        value: {
          requested: status !== 'not-requested',
          available: status === 'available',
        },
      },
    }),
    confirmedBy: glass && ledgerActor(glass.decisions[0]?.by),
    riskClass: riskClass.name,
    freight: freight.name,
    version: freight.version,
    work: {
      action: 'approve-freight',
      project,
      stage: stage.name,
      freight: freight.name,
    },
  };
}

/** An approval is given to who asked for it, and an emergency to people only; nothing is used up that would say so. */
function ownRequests(
  approvals: Observed<readonly ApprovalRequest[]>,
  person: Caller,
): Observed<readonly ApprovalRequest[]> {
  return approvals.status === 'observed'
    ? {
        status: 'observed',
        value: approvals.value.filter(
          ({ requester, purpose }) =>
            samePerson(requester, person) &&
            (purpose !== 'break-glass' || person.kind === 'user'),
        ),
      }
    : approvals;
}
