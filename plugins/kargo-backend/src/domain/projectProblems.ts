import type { ResourceSnapshot } from '@fairway/kubernetes-resources';
import { pipelineProblems } from '@fairway/plugin-kargo-common';
import type { EntityProject } from '../services/EntityProjects';

/** What is wrong with the pipelines of an entity on one control plane; nothing is said of what is not read just now. */
export function projectProblems(found: EntityProject): string[] {
  const { controlPlane, project, stageNames } = found;
  const stages = controlPlane.observations.stages.snapshot();
  const warehouses = controlPlane.observations.warehouses.snapshot();
  if (stages.state.status !== 'live') return [];
  const all = controlPlane.stagesOf(project);
  return pipelineProblems({
    stages: all,
    unreadable: unreadableIn(project, stages),
    shown: all.filter(({ name }) => stageNames?.includes(name) ?? true),
    warehouses:
      warehouses.state.status === 'live'
        ? new Set([
            ...controlPlane.warehousesOf(project).map(({ name }) => name),
            ...unreadableIn(project, warehouses),
          ])
        : undefined,
  }).map(problem => `${controlPlane.title ?? controlPlane.name}: ${problem}`);
}

/** Names of what is there and malformed. */
function unreadableIn(
  project: string,
  { malformed }: ResourceSnapshot<unknown>,
): string[] {
  return malformed
    .filter(({ key }) => key.startsWith(`${project}/`))
    .map(({ key }) => key.slice(project.length + 1));
}
