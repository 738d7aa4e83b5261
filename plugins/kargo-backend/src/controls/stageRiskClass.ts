import type { RiskClass, Stage } from '@fairway/plugin-kargo-common';
import type { EntityProject } from '../services/EntityProjects';
import { controlledStage } from './controlledStage';
import type { StageControls } from './StageControls';

/** The risk class of a stage of an entity. */
export function stageRiskClass(
  controls: StageControls,
  found: EntityProject,
  stage: Stage,
): RiskClass {
  return controls.classOf(controlledStage(found, stage)).riskClass;
}
