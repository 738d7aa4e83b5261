import type { Freight } from '../model/freight';
import type { Stage } from '../model/stage';
import { nextFreight } from '../pipeline/nextFreight';
import type { StagePolicy } from '../pipeline/StageSituation';
import { whyNotFurther, type Progress } from '../pipeline/whyNotFurther';
import type { ProjectState } from './ProjectState';
import { reasonOf } from './reasonOf';
import type { NextView } from './stageView';

const SHOWN_REASONS = 2;

/** How freight stands before a stage, in the situation of its project. */
export function progressOf(
  stage: Stage,
  freight: Freight,
  state: ProjectState,
  running = state.runningOf(stage.name, freight.name),
  policy: StagePolicy = {},
): Progress {
  return whyNotFurther({
    ...policy,
    stage,
    freight,
    at: state.at,
    stages: state.stages,
    allFreight: state.freight,
    promotions: state.promotionsOf(stage.name),
    running,
    controllers: state.controllers,
    closedWindow: state.closedWindowOf(stage),
  });
}

/** What comes next into a stage; `undefined` where nothing does. */
export function nextView(
  stage: Stage,
  state: ProjectState,
): NextView | undefined {
  const { at } = state;
  const freight = nextFreight(stage, {
    freight: state.freight,
    promotions: state.promotionsOf(stage.name) ?? [],
    at,
  });
  if (!freight) return undefined;
  const progress = progressOf(stage, freight, state);
  if (progress.status === 'arrived') return undefined;
  const { obstacles } = progress;
  const arrival = state.arrivalOf(freight, stage);
  const hidden = obstacles.length - SHOWN_REASONS;
  return {
    freight: freight.name,
    version: freight.version,
    status: progress.status,
    promotion: progress.status === 'promoting' ? progress.promotion : undefined,
    byItself: progress.status === 'ready' && progress.byItself,
    reasons: obstacles
      .slice(0, SHOWN_REASONS)
      .map(obstacle => reasonOf(obstacle, at)),
    moreReasons: hidden > 0 ? hidden : undefined,
    notBefore: arrival.status === 'expected' ? arrival.notBefore : undefined,
  };
}
