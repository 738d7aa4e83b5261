import type {
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';

/** A stage with the control plane that it is on. */
export interface MatrixRow {
  readonly stage: StageView;
  readonly controlPlane: string;
  readonly controlPlaneTitle: string;
}

/** Stages that run something, of all projects, upstream first. */
export function matrixRows(
  projects: readonly ProjectPromotions[],
): MatrixRow[] {
  return projects.flatMap(({ controlPlane, stages }) =>
    stages.items
      .filter(stage => !stage.controlFlow)
      .map(stage => ({
        stage,
        controlPlane: controlPlane.name,
        controlPlaneTitle: controlPlane.title ?? controlPlane.name,
      })),
  );
}

/** Rows whose stage, version or shard has the text. */
export function filterRows(
  rows: readonly MatrixRow[],
  text: string,
): readonly MatrixRow[] {
  const wanted = text.trim().toLocaleLowerCase('en-US');
  if (!wanted) return rows;
  return rows.filter(({ stage, controlPlaneTitle }) =>
    [stage.name, stage.freight?.version, stage.shard, controlPlaneTitle].some(
      value => value?.toLocaleLowerCase('en-US').includes(wanted),
    ),
  );
}
