import {
  correlate,
  correlatedFailureOf,
  diagnose,
  type SharedCause,
} from '@fairway/plugin-kargo-common';
import { promotionSubjectOfStage } from '../domain/diagnosisSubjects';
import type { ControlPlane } from './ControlPlane';

const REFRESH_MS = 10_000;
/** Older failures share nothing with what fails now. */
const RECENT_MS = 24 * 60 * 60_000;

/** What failures on all control planes have in common, looked for now and then. */
export class SharedCauses {
  #causes: readonly SharedCause[] = [];
  #lookedAtMs = 0;

  among(
    controlPlanes: readonly ControlPlane[],
    at: Date,
  ): readonly SharedCause[] {
    if (at.getTime() - this.#lookedAtMs < REFRESH_MS) return this.#causes;
    this.#lookedAtMs = at.getTime();
    this.#causes = correlate(
      controlPlanes.flatMap(({ name, observations }) =>
        [...observations.stages.snapshot().items.values()].flatMap(stage => {
          const { phase, finishedAt } = stage.lastPromotion ?? {};
          if (!finishedAt || !['Failed', 'Errored'].includes(phase ?? '')) {
            return [];
          }
          if (at.getTime() - Date.parse(finishedAt) > RECENT_MS) return [];
          const subject = promotionSubjectOfStage(stage, name);
          return subject
            ? correlatedFailureOf(subject, diagnose(subject), {
                at: finishedAt,
              })
            : [];
        }),
      ),
    );
    return this.#causes;
  }
}
