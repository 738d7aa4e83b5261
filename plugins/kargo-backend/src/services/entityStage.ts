import { NotFoundError } from '@backstage/errors';
import type { Stage } from '@fairway/plugin-kargo-common';
import type { EntityProject } from './EntityProjects';

/** A stage that belongs to an entity. @throws `NotFoundError` where it has none of that name */
export function entityStage(
  { controlPlane, project, stageNames }: EntityProject,
  name: string,
): Stage {
  const stage = controlPlane
    .stagesOf(project)
    .find(candidate => candidate.name === name);
  if (!stage || !(stageNames?.includes(name) ?? true)) {
    throw new NotFoundError(
      `This entity has no stage ${name} on ${controlPlane.name}`,
    );
  }
  return stage;
}
