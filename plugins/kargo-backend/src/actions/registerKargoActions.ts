import { createCompareFreightAction } from './createCompareFreightAction';
import { createExplainPromotionAction } from './createExplainPromotionAction';
import { createExplainStageAction } from './createExplainStageAction';
import { createGetPromotionsAction } from './createGetPromotionsAction';
import { createListStagesAction } from './createListStagesAction';
import { createPreflightAction } from './createPreflightAction';
import { createPreflightActionAction } from './createPreflightActionAction';
import { createPromoteAction } from './createPromoteAction';
import { createRequestApprovalAction } from './createRequestApprovalAction';
import type { ReadActionDeps } from './readAction';

type PreflightDeps = Parameters<typeof createPreflightAction>[0];
type PreflightActionDeps = Parameters<typeof createPreflightActionAction>[0];
type RequestApprovalDeps = Parameters<typeof createRequestApprovalAction>[0];
type PromoteDeps = Parameters<typeof createPromoteAction>[0];

/** Registers every action of the plugin; the one that promotes only where promotions are carried out. */
export function registerKargoActions(
  deps: ReadActionDeps &
    PreflightDeps &
    PreflightActionDeps &
    RequestApprovalDeps &
    PromoteDeps & { readonly executionEnabled: boolean },
): void {
  createGetPromotionsAction(deps);
  createListStagesAction(deps);
  createExplainStageAction(deps);
  createExplainPromotionAction(deps);
  createCompareFreightAction(deps);
  createPreflightAction(deps);
  createPreflightActionAction(deps);
  createRequestApprovalAction(deps);
  if (deps.executionEnabled) createPromoteAction(deps);
}
