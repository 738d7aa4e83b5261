import {
  riskClassOf,
  strictestOf,
  type RiskClass,
} from '../controls/riskClass';
import type { Stage } from '../model/stage';
import type { PortfolioProject } from './PortfolioProject';

/** The risk classes of the stages of a project. */
export interface ProjectRisk {
  classOf(stage: Stage): RiskClass;
  /** The strictest one; absent without stages. */
  readonly riskClass: string | undefined;
  /** Nobody has set that class on any stage, the project or the entity. */
  readonly assumed: boolean;
}

/** Assigns risk classes to the stages of a project. */
export function projectRisk(
  stages: readonly Stage[],
  project: PortfolioProject,
): ProjectRisk {
  const { riskClasses: classes, projectLabels, riskAnnotation } = project;
  const assigned = new Map(
    stages.map(stage => {
      const assignment = riskClassOf({
        stageLabels: stage.labels,
        projectLabels,
        annotation: riskAnnotation,
        steps: stage.steps,
        classes,
      });
      const riskClass = classes.find(({ name }) => name === assignment.name);
      return [
        stage.name,
        { assignment, riskClass: riskClass ?? strictestOf(classes) },
      ];
    }),
  );
  const used = [...assigned.values()];
  const distinct = [...new Set(used.map(({ riskClass }) => riskClass))];
  const strictest =
    distinct.length > 0 ? strictestOf(distinct).name : undefined;
  return {
    classOf: ({ name }) =>
      assigned.get(name)?.riskClass ?? strictestOf(classes),
    riskClass: strictest,
    assumed: used
      .filter(({ riskClass }) => riskClass.name === strictest)
      .every(({ assignment: { source, problem } }) =>
        problem ? true : source === 'inferred' || source === 'default',
      ),
  };
}
