import { isFinished } from '@fairway/plugin-kargo-common';
import { Duration } from 'luxon';
import type { StageControls } from '../controls/StageControls';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { PromotionNews } from './promotionNotification';

/** Finds promotions that run longer than the risk class of their stage allows, each once. */
export class StuckPromotions {
  readonly #controlPlanes: ControlPlanes;
  readonly #controls: StageControls;
  #told: ReadonlySet<string> = new Set();

  constructor(options: {
    readonly controlPlanes: ControlPlanes;
    readonly controls: StageControls;
  }) {
    this.#controlPlanes = options.controlPlanes;
    this.#controls = options.controls;
  }

  find(at: Date): PromotionNews[] {
    const stuck = this.#controlPlanes.known().flatMap(controlPlane =>
      [...controlPlane.observations.stages.snapshot().items.values()].flatMap(
        stage => {
          const { riskClass } = this.#controls.classOf({
            controlPlane: controlPlane.name,
            stage,
            projectLabels: controlPlane.labelsOf(stage.project),
            annotation: undefined,
          });
          const longestMs = Duration.fromISO(
            riskClass.longestDuration,
          ).toMillis();
          return controlPlane
            .promotionsOf(stage.project, stage.name)
            .filter(
              ({ phase, createdAt }) =>
                !isFinished(phase) &&
                at.getTime() - Date.parse(createdAt ?? '') > longestMs,
            )
            .map(({ name, uid, freight }) => ({
              uid,
              news: {
                type: 'stuck' as const,
                controlPlane: controlPlane.name,
                project: stage.project,
                stage: stage.name,
                promotion: name,
                version: controlPlane
                  .freightOf(stage.project)
                  .find(item => item.name === freight)?.version,
                detail: `Promotions of the class ${
                  riskClass.name
                } end within ${Duration.fromMillis(longestMs)
                  .rescale()
                  .toHuman()}.`,
              },
            }));
        },
      ),
    );
    const fresh = stuck.filter(({ uid }) => !this.#told.has(uid));
    this.#told = new Set(stuck.map(({ uid }) => uid));
    return fresh.map(({ news }) => news);
  }
}
