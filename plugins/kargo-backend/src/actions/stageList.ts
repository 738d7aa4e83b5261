import type {
  EntityPromotions,
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';

/** Stages of a project on one control plane, the upstream ones first. */
export function stageList({ projects }: EntityPromotions) {
  return projects.map(project => ({
    controlPlane: project.controlPlane.name,
    project: project.project,
    observed: observedText(project.stages),
    stages: project.stages.items.map(listedStage),
  }));
}

function listedStage(stage: StageView) {
  const { freight, next } = stage;
  return {
    name: stage.name,
    production: stage.final ?? false,
    version: freight?.version,
    freight: freight?.name,
    since: freight?.since,
    phase: stage.phase,
    health: stage.health,
    healthIssues: stage.healthIssues ?? [],
    verification: stage.verification,
    next: next && {
      version: next.version,
      freight: next.freight,
      status: next.status,
      byItself: next.byItself,
      reasons: next.reasons.map(({ text }) => text),
      moreReasons: next.moreReasons ?? 0,
      notBefore: next.notBefore,
    },
  };
}

/** How current the list is, so that an empty one is not taken for none. */
function observedText({
  freshness,
  malformed,
}: ProjectPromotions['stages']): string {
  const unread =
    malformed.length > 0
      ? `; not readable: ${malformed.map(({ key }) => key).join(', ')}`
      : '';
  switch (freshness.status) {
    case 'loading':
      return `not read yet${unread}`;
    case 'live':
      return `as of ${freshness.asOf}${unread}`;
    case 'stale':
      return `old since ${freshness.since ?? 'the start'}: ${
        freshness.error
      }${unread}`;
    default:
      return `unknown: ${freshness.reason}${unread}`;
  }
}
