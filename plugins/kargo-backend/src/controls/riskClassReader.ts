import type { ControlPlanes } from '../services/ControlPlanes';
import type { StageControls } from './StageControls';

/** Tells the risk class of a stage by its own labels and those of its project, for what knows no entity. */
export function riskClassReader(
  controlPlanes: ControlPlanes,
  controls: StageControls,
) {
  return (where: {
    readonly controlPlane: string;
    readonly project: string;
    readonly stage: string;
  }): string | undefined => {
    const controlPlane = controlPlanes
      .known()
      .find(({ name }) => name === where.controlPlane);
    const stage = controlPlane
      ?.stagesOf(where.project)
      .find(({ name }) => name === where.stage);
    if (!controlPlane || !stage) return undefined;
    const { assignment } = controls.classOf({
      controlPlane: controlPlane.name,
      stage,
      projectLabels: controlPlane.labelsOf(where.project),
      annotation: undefined,
    });
    // Without a label the annotation of the entity decides, which is not known here.
    return assignment.source.endsWith('-label') ? assignment.name : undefined;
  };
}
