import type { Stage } from '../model/stage';
import { nextView } from './nextView';
import type { ProjectState } from './ProjectState';
import type { StageView } from './stageView';

const MAX_ISSUES = 3;
const MAX_TEXT = 240;

/**
 * A stage as a row of the version matrix.
 *
 * @param options - `final`: nothing comes after the stage
 *
 * @public
 */
export function stageViewOf(
  stage: Stage,
  state: ProjectState,
  options: { readonly final: boolean },
): StageView {
  const warehouses = stage.requests
    .filter(({ direct }) => direct)
    .map(({ warehouse }) => warehouse);
  const last = stage.lastPromotion;
  const hasFailed = last?.phase !== undefined && last.phase !== 'Succeeded';
  return {
    name: stage.name,
    controlFlow: stage.controlFlow || undefined,
    shard: stage.shard,
    upstream: [...stage.upstream],
    warehouses: warehouses.length > 0 ? warehouses : undefined,
    final: options.final || undefined,
    phase: stage.phase,
    phaseMessage:
      stage.phase === 'failed' ? cut(stage.phaseMessage) : undefined,
    health: stage.health,
    healthIssues:
      stage.healthIssues.length > 0
        ? stage.healthIssues.slice(0, MAX_ISSUES).map(issue => cut(issue))
        : undefined,
    freight: stage.freight && {
      ...stage.freight,
      since: sinceOf(stage, state),
    },
    verification: stage.verification,
    autoPromotion: stage.autoPromotion || undefined,
    failedPromotion: hasFailed ? last.name : undefined,
    next: nextView(stage, state),
  };
}

function sinceOf(stage: Stage, state: ProjectState): string | undefined {
  return state
    .freightNamed(stage.freight?.name)
    ?.currentlyIn.find(entry => entry.stage === stage.name)?.since;
}

function cut(text: string): string;
function cut(text: string | undefined): string | undefined;
function cut(text: string | undefined): string | undefined {
  return text && text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
