import { createCompareFreightAction } from './createCompareFreightAction';
import { createExplainPromotionAction } from './createExplainPromotionAction';
import { createExplainStageAction } from './createExplainStageAction';
import { createGetPromotionsAction } from './createGetPromotionsAction';
import { createListStagesAction } from './createListStagesAction';
import type { ReadActionDeps } from './readAction';

/** Registers every action of the plugin. */
export function registerKargoActions(deps: ReadActionDeps): void {
  createGetPromotionsAction(deps);
  createListStagesAction(deps);
  createExplainStageAction(deps);
  createExplainPromotionAction(deps);
  createCompareFreightAction(deps);
}
