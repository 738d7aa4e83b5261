import { InputError, NotFoundError } from '@backstage/errors';
import type { Artifacts } from '@fairway/plugin-kargo-common';
import type { EntityProject } from '../services/EntityProjects';

/** One side of a comparison, resolved. */
export interface ComparisonSide {
  readonly title: string;
  readonly version: string | undefined;
  readonly artifacts: Artifacts;
}

const REFERENCE = /^(freight|stage):([^/\s]+)\/([^/\s]+)$/;

/**
 * What `freight:<control plane>/<name>` or `stage:<control plane>/<name>` stands for: the freight, or all that is in the
 * stage now.
 *
 * @throws `InputError` on another form, `NotFoundError` where it does not exist
 */
export function comparisonSide(
  reference: string,
  projects: readonly EntityProject[],
): ComparisonSide {
  const [, type, plane, name] = REFERENCE.exec(reference) ?? [];
  if (!type) {
    throw new InputError(
      `"${reference}" is neither freight:<control plane>/<name> nor stage:<control plane>/<name>`,
    );
  }
  const found = projects.find(
    ({ controlPlane }) => controlPlane.name === plane,
  );
  const side =
    found &&
    (type === 'stage' ? stageSide(found, name) : freightSide(found, name));
  if (!side) throw new NotFoundError(`There is no ${type} ${name} on ${plane}`);
  return side;
}

function stageSide(
  { controlPlane, project, stageNames }: EntityProject,
  name: string,
): ComparisonSide | undefined {
  const stage = controlPlane.stagesOf(project).find(item => item.name === name);
  if (!stage || !(stageNames?.includes(name) ?? true)) return undefined;
  const items = stage.history[0]?.items ?? [];
  const all = items.map(({ artifacts }) => artifacts);
  return {
    title: `what is in ${name}`,
    version: stage.freight?.version,
    artifacts: {
      commits: all.flatMap(({ commits }) => commits),
      images: all.flatMap(({ images }) => images),
      charts: all.flatMap(({ charts }) => charts),
      others: all.flatMap(({ others }) => others),
    },
  };
}

function freightSide(
  { controlPlane, project }: EntityProject,
  name: string,
): ComparisonSide | undefined {
  const freight = controlPlane
    .freightOf(project)
    .find(item => item.name === name || item.alias === name);
  return (
    freight && {
      title: `freight ${freight.version ?? freight.alias ?? freight.name}`,
      version: freight.version,
      artifacts: freight.artifacts,
    }
  );
}
