import { formatDuration } from '@fairway/observation';
import type { ProjectPromotions } from './entityPromotions';
import type { StageView } from './stageView';

/**
 * The first sentences of the page: where the newest version is, what is wrong on its way, and when it is in production.
 *
 * @public
 */
export function promotionHeadline(
  projects: readonly ProjectPromotions[],
  at: Date,
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
  if (newest === undefined) return 'No version has been found yet.';
  const reached = stages.filter(stage => stage.freight?.version === newest);
  if (
    production.length > 0 &&
    production.every(stage => stage.freight?.version === newest)
  ) {
    return `${newest} is in production${conditionOf(production)}.`;
  }
  const last = reached[reached.length - 1];
  const place = last
    ? `${newest} is in ${last.name}${conditionOf([last])}.`
    : `${newest} is new and in no stage yet.`;
  return [
    place,
    failureSentence(stages, newest),
    productionSentence(production),
    nextSentence(stages, newest, at),
  ]
    .filter(Boolean)
    .join(' ');
}

function newestVersion(
  projects: readonly ProjectPromotions[],
): string | undefined {
  const [newest] = projects
    .flatMap(project => project.freight.items)
    .filter(freight => freight.version && freight.discoveredAt)
    .sort(
      (a, b) =>
        Date.parse(b.discoveredAt ?? '') - Date.parse(a.discoveredAt ?? ''),
    );
  return newest?.version;
}

/** A promotion of the newest version that failed stops it, wherever it is now. */
function failureSentence(
  stages: readonly StageView[],
  newest: string,
): string | undefined {
  const failed = stages.find(
    ({ failedPromotion, next }) => failedPromotion && next?.version === newest,
  );
  return failed && `Its promotion to ${failed.name} did not succeed.`;
}

function productionSentence(
  production: readonly StageView[],
): string | undefined {
  if (production.length === 0) return undefined;
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

/** The nearest stage that the newest version is not in yet, and what is in its way. */
function nextSentence(
  stages: readonly StageView[],
  newest: string,
  at: Date,
): string | undefined {
  const stage = stages.find(
    ({ freight, next }) =>
      next?.version === newest && freight?.version !== newest,
  );
  if (!stage?.next) return undefined;
  const { status, byItself, notBefore } = stage.next;
  if (status === 'promoting') return `It is being promoted to ${stage.name}.`;
  // That it failed was said before.
  const why = stage.next.reasons
    .filter(({ kind }) => kind !== 'last-attempt-failed')
    .map(({ text }) => text)
    .join('; ');
  if (status === 'ready' && byItself) {
    return `It goes to ${stage.name} by itself now.`;
  }
  if (status === 'ready') {
    return why
      ? `It may go to ${stage.name}: ${why}.`
      : `Kargo does not try again by itself; somebody may promote it to ${stage.name}.`;
  }
  const seconds = (Date.parse(notBefore ?? '') - at.getTime()) / 1000;
  const when = seconds > 0 ? ` in about ${formatDuration(seconds)}` : '';
  return `${stage.name} follows${when}: ${why}.`;
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
