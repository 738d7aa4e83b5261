import {
  freightAvailability,
  isFinished,
  rollbackAdvice,
  type ProjectState,
  type RollbackView,
  type RiskClass,
  type Stage,
} from '@fairway/plugin-kargo-common';

/** What a stage could go back to, by what is known of it now. */
export function stageRollback(
  stage: Stage,
  state: ProjectState,
  expectation: RiskClass['rollback'],
): RollbackView {
  const promotions = state.promotionsOf(stage.name) ?? [];
  const advice = rollbackAdvice({
    expectation,
    history: {
      status: 'observed',
      value: stage.history.map(({ items, verifications }) => ({
        items: items.map(({ origin, name, version }) => ({
          origin,
          freight: name,
          version,
        })),
        verificationPhase: verifications[0]?.phase,
      })),
    },
    existing: {
      status: 'observed',
      value: state.freight.map(freight => ({
        name: freight.name,
        available:
          freightAvailability(stage, freight, state.at).status === 'available',
        verifiedInStage: freight.verifiedIn.some(
          entry => entry.stage === stage.name,
        ),
        // Kargo records nothing of the kind; what a class says of it is in its expectation.
        irreversible: [],
      })),
    },
    unfinished:
      stage.currentPromotion ??
      promotions.find(({ phase }) => !isFinished(phase))?.name,
    wentBack: promotions.some(
      ({ phase, rollback, freight }) =>
        phase === 'Succeeded' && rollback && freight === stage.freight?.name,
    ),
  });
  return advice.status === 'suggested'
    ? {
        ...advice,
        promote: [...advice.promote],
        alsoUndone: [...advice.alsoUndone],
        irreversible: [...advice.irreversible],
      }
    : {
        ...advice,
        considered: advice.considered.map(({ freight, reason }) => ({
          freight: [...freight],
          reason,
        })),
      };
}
