import type { RiskClass } from '../../controls/riskClass';
import type { Freight } from '../../model/freight';
import type { Stage } from '../../model/stage';
import { nextFreight } from '../../pipeline/nextFreight';
import type { Progress } from '../../pipeline/whyNotFurther';
import { progressOf } from '../../view/nextView';
import type { ProjectState } from '../../view/ProjectState';

/** Freight that comes next into a stage, and how it stands before it. */
export interface Coming {
  readonly freight: Freight;
  /** Its version, else its name. */
  readonly title: string;
  readonly progress: Exclude<Progress, { readonly status: 'arrived' }>;
}

/** A stage with all that decides whether it needs somebody. */
export interface StageSubject {
  readonly stage: Stage;
  readonly state: ProjectState;
  readonly riskClass: Pick<RiskClass, 'name' | 'longestDuration'>;
  /** Absent where nothing newer is on its way. */
  readonly coming: Coming | undefined;
}

/** Looks at a stage in the situation of its project. */
export function stageSubject(
  stage: Stage,
  state: ProjectState,
  riskClass: StageSubject['riskClass'],
): StageSubject {
  return { stage, state, riskClass, coming: comingInto(stage, state) };
}

function comingInto(stage: Stage, state: ProjectState): Coming | undefined {
  const freight = nextFreight(stage, {
    freight: state.freight,
    promotions: state.promotionsOf(stage.name) ?? [],
    at: state.at,
  });
  if (!freight) return undefined;
  const progress = progressOf(stage, freight, state);
  if (progress.status === 'arrived') return undefined;
  return { freight, title: freight.version ?? freight.name, progress };
}
