import type { Stage } from '@fairway/plugin-kargo-common';
import type { EntityProject } from '../services/EntityProjects';
import type { ControlledStage } from './StageControls';

/** A stage of an entity with what decides about its controls. */
export function controlledStage(
  found: EntityProject,
  stage: Stage,
): ControlledStage {
  const { controlPlane, project, riskClass, ownerRef } = found;
  return {
    controlPlane: controlPlane.name,
    stage,
    projectLabels: controlPlane.labelsOf(project),
    annotation: riskClass,
    ownerRef,
  };
}
