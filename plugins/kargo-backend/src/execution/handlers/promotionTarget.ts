import type { PortalAction } from '@fairway/plugin-kargo-common';
import type { WantedPromotion } from '../../preflight/PreflightService';
import { ledgerActor } from '../../approvals/approvalEntry';
import type {
  ActionTarget,
  CheckedTarget,
  HandlerContext,
} from './ActionTarget';

/** A promotion into one stage, with all the controls of a promotion. */
export function promotionTarget(
  action: PortalAction,
  wanted: WantedPromotion,
  context: HandlerContext,
): ActionTarget {
  const { project } = context.project;
  return {
    subject: { kind: 'Stage', name: wanted.stage },
    action,
    controlPlane: wanted.controlPlane,
    project,
    stage: wanted.stage,
    check: () => checkPromotion(wanted, context),
  };
}

/** What the controls say of a promotion that is carried out here; one that is handed off is not. */
export async function checkPromotion(
  wanted: WantedPromotion,
  { entityRef, caller, preflights }: HandlerContext,
): Promise<CheckedTarget> {
  const { view, uses, confirmedBy } = await preflights.examine(
    entityRef,
    wanted,
    caller,
  );
  const { binding, version, executionMode, decision, overridden } = view;
  const { blockers, warnings } = view;
  const { project, stage, freight, riskClass } = binding;
  const isCarriedOut = executionMode === 'execute';
  const isSaid = blockers.some(({ control }) => control === 'execution-mode');
  return {
    decision: isCarriedOut ? decision : 'blocked',
    blockers:
      isCarriedOut || isSaid
        ? blockers
        : [
            {
              control: 'execution-mode',
              message: `Promotions of the class ${riskClass} are not carried out here.`,
              value: executionMode,
              whoCanAct: 'platform',
            },
            ...blockers,
          ],
    warnings,
    overridden,
    riskClass,
    freight,
    version,
    approvals: { ids: uses, binding },
    confirmedBy: confirmedBy && ledgerActor(confirmedBy),
    work: { action: 'promote', project, stage, freight },
  };
}
