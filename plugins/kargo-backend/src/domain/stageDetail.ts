import {
  diagnosisViewOf,
  explainStage,
  finalStages,
  freightToExplain,
  recordedActorWords,
  stageViewOf,
  type Freight,
  type ProjectState,
  type Promotion,
  type RiskClass,
  type Stage,
  type SharedCause,
  type StageControlsView,
  type StageDetail,
  type StagePolicy,
  type VerificationView,
} from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import {
  analysisRunLinks,
  stageLinks,
  type ControlPlaneLinks,
} from './ControlPlaneLinks';
import { stageSubjects } from './diagnosisSubjects';
import { findFreight } from './findFreight';
import { stageRollback } from './stageRollback';

/**
 * Why freight is not in a stage, what was in it and how it was verified.
 *
 * @throws `NotFoundError` where the freight that was asked for does not exist
 */
export async function stageDetail(options: {
  readonly controlPlane: ControlPlane;
  readonly state: ProjectState;
  readonly stage: Stage;
  readonly freight: string | undefined;
  readonly links: ControlPlaneLinks | undefined;
  readonly causes: readonly SharedCause[];
  readonly controls: StageControlsView;
  readonly riskClass: RiskClass;
  readonly readPolicy: (freight: Freight) => Promise<StagePolicy>;
  readonly readPromotion: (name: string) => Promise<Promotion | undefined>;
}): Promise<StageDetail> {
  const { controlPlane, state, stage, links } = options;
  const freight = options.freight
    ? findFreight(options.freight, state.freight)
    : freightToExplain(stage, state);
  const running = state
    .promotionsOf(stage.name)
    ?.find(
      ({ phase, freight: name }) =>
        phase === 'Running' && name === freight?.name,
    );
  const promotion = running && (await options.readPromotion(running.name));
  const isFinal = finalStages(state.stages).some(
    ({ name }) => name === stage.name,
  );
  return {
    controlPlane: controlPlane.name,
    project: stage.project,
    stage: stageViewOf(stage, state, { final: isFinal }),
    explanations: freight
      ? [
          explainStage(
            stage,
            freight,
            state,
            promotion,
            await options.readPolicy(freight),
          ),
        ]
      : [],
    holds: stage.holds.map(({ promotion: _, actor, ...hold }) => ({
      ...hold,
      actor: actor && recordedActorWords(actor),
    })),
    history: stage.history.map(({ items, verifications }) => ({
      items: items.map(item => ({ ...item })),
      verifications: verifications.map(verification =>
        verificationView(verification, stage, controlPlane, links),
      ),
    })),
    diagnoses: stageSubjects(stage, controlPlane.name, state.at).flatMap(
      subject => diagnosisViewOf(subject, options.causes) ?? [],
    ),
    controls: options.controls,
    rollback: stageRollback(stage, state, options.riskClass.rollback),
    links: stageLinks(links, stage),
  };
}

function verificationView(
  verification: Stage['history'][number]['verifications'][number],
  stage: Stage,
  controlPlane: ControlPlane,
  links: ControlPlaneLinks | undefined,
): VerificationView {
  const { analysisRun: name } = verification;
  const run = name ? controlPlane.analysisRun(stage.project, name) : undefined;
  return {
    ...verification,
    actor: verification.actor && recordedActorWords(verification.actor),
    metrics: (run?.metrics ?? []).map(metric => ({
      ...metric,
      values: [...metric.values],
    })),
    links: name
      ? analysisRunLinks(links, {
          project: stage.project,
          stage: stage.name,
          name,
        })
      : [],
  };
}
