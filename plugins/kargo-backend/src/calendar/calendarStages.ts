import type {
  CalendarQuery,
  CalendarStage,
} from '@fairway/plugin-kargo-common';
import type { StageControls } from '../controls/StageControls';
import type { ControlPlane } from '../services/ControlPlane';

/** The part of a project that somebody may see. */
export interface CalendarProject {
  readonly controlPlane: ControlPlane;
  readonly project: string;
  /** Absent: all stages of the project. */
  readonly stageNames: readonly string[] | undefined;
  readonly riskAnnotation: string | undefined;
}

type StageFilter = Pick<CalendarQuery, 'controlPlane' | 'project' | 'stage'>;

/** The stages of some projects in the calendar, each once, however many entities it belongs to. */
export function calendarStages(options: {
  readonly projects: readonly CalendarProject[];
  readonly filter: StageFilter;
  readonly controls: StageControls;
  readonly at: Date;
}): CalendarStage[] {
  const { projects, filter, controls, at } = options;
  const stages = new Map<string, CalendarStage>();
  for (const { controlPlane, project, ...part } of projects) {
    if (!isWanted(filter.controlPlane, controlPlane.name)) continue;
    if (!isWanted(filter.project, project)) continue;
    const projectLabels = controlPlane.labelsOf(project);
    for (const stage of controlPlane.stagesOf(project)) {
      const key = JSON.stringify([controlPlane.name, project, stage.name]);
      if (
        stages.has(key) ||
        !isWanted(part.stageNames, stage.name) ||
        !isWanted(filter.stage, stage.name)
      ) {
        continue;
      }
      const controlled = {
        controlPlane: controlPlane.name,
        stage,
        projectLabels,
        annotation: part.riskAnnotation,
      };
      const { riskClass } = controls.classOf(controlled);
      stages.set(key, {
        subject: {
          riskClass: riskClass.name,
          controlPlane: controlPlane.name,
          project,
          stage: stage.name,
          stageLabels: stage.labels,
        },
        changeWindowRequired: riskClass.changeWindowRequired,
        rules: controls.rulesOf(controlled),
        state: controls.freezeState(controlled, at),
      });
    }
  }
  return [...stages.values()];
}

function isWanted(names: readonly string[] | undefined, name: string): boolean {
  return names?.includes(name) ?? true;
}
