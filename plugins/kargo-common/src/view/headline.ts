import type { ProjectPromotions, StageView } from './entityPromotions';

/**
 * The first sentence of the page: where the newest version is, and which one is in production.
 *
 * @public
 */
export function promotionHeadline(
  projects: readonly ProjectPromotions[],
): string {
  const stages = projects.flatMap(project =>
    project.stages.items.filter(stage => !stage.controlFlow),
  );
  if (stages.length === 0) {
    const observed = projects.some(
      project => project.stages.freshness.status === 'live',
    );
    return observed
      ? 'The project has no stages yet.'
      : 'Where your version is cannot be said: no control plane could be read.';
  }
  const production = stages.filter(stage => stage.final);
  const newest = newestVersion(projects);
  const reached = stages.filter(
    stage => newest !== undefined && stage.freight?.version === newest,
  );
  if (newest === undefined) return 'No version has been found yet.';
  if (reached.length === 0) {
    return `${newest} is new and in no stage yet. ${productionSentence(
      production,
    )}`;
  }
  if (production.every(stage => stage.freight?.version === newest)) {
    return `${newest} is in production${conditionOf(production)}.`;
  }
  const last = reached[reached.length - 1];
  return `${newest} is in ${last.name}${conditionOf([
    last,
  ])}. ${productionSentence(production)}`;
}

function newestVersion(
  projects: readonly ProjectPromotions[],
): string | undefined {
  const [newest] = projects
    .flatMap(project => project.freight.items)
    .filter(freight => freight.version && freight.discoveredAt)
    .sort((a, b) => Date.parse(b.discoveredAt!) - Date.parse(a.discoveredAt!));
  return newest?.version;
}

function productionSentence(production: readonly StageView[]): string {
  const versions = [
    ...new Set(production.map(stage => stage.freight?.version)),
  ];
  const known = versions.filter(version => version !== undefined);
  if (known.length === 0) return 'Nothing is in production yet.';
  const missing = versions.length > known.length ? ', not in every region' : '';
  return `Production has ${known.join(' and ')}${missing}${conditionOf(
    production,
  )}.`;
}

function conditionOf(stages: readonly StageView[]): string {
  const rules: ReadonlyArray<[(stage: StageView) => boolean, string]> = [
    [stage => stage.phase === 'failed', ', where the last step failed'],
    [stage => stage.health === 'Unhealthy', ', unhealthy'],
    [stage => stage.phase === 'verifying', ', being verified'],
    [stage => stage.health === 'Progressing', ', rolling out'],
  ];
  const rule = rules.find(([applies]) => stages.some(applies));
  if (rule) return rule[1];
  return stages.every(stage => stage.health === 'Healthy') ? ', healthy' : '';
}
