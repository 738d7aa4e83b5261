import {
  argoCdWindowRules,
  type ArgoCdApplication,
  type ArgoCdAppProject,
  type CalendarRule,
  type Stage,
} from '@fairway/plugin-kargo-common';
import type { StageWindows, WindowedStage } from '../controls/StageWindows';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { ArgoCd } from './ArgoCd';

interface Found {
  readonly application: ArgoCdApplication;
  readonly appProject: ArgoCdAppProject;
}

interface KnownRules {
  readonly found: readonly Found[];
  readonly rules: readonly CalendarRule[];
}

const NONE: readonly never[] = [];

/** The sync windows of the applications that a stage updates. */
export class ArgoCdWindows implements StageWindows {
  readonly #controlPlanes: Pick<ControlPlanes, 'named'>;
  readonly #rules = new WeakMap<Stage, KnownRules>();

  constructor(options: {
    readonly controlPlanes: Pick<ControlPlanes, 'named'>;
  }) {
    this.#controlPlanes = options.controlPlanes;
  }

  rulesOf(windowed: WindowedStage): readonly CalendarRule[] {
    const { stage } = windowed;
    const argoCd = this.#argoCdOf(windowed);
    if (!argoCd) return NONE;
    const found = stage.argocdApps.flatMap((app): Found[] => {
      const answer = argoCd.find(app);
      return answer.status === 'found' ? [answer] : [];
    });
    const known = this.#rules.get(stage);
    if (known && isSame(known.found, found)) return known.rules;
    const rules = found.flatMap(({ application, appProject }) =>
      argoCdWindowRules({
        windows: appProject.syncWindows,
        controlPlane: windowed.controlPlane,
        shard: stage.shard,
        appProject: appProject.name,
        application,
        project: stage.project,
        stage: stage.name,
      }),
    );
    this.#rules.set(stage, { found, rules });
    return rules;
  }

  /** An Argo CD that nobody configured need not be there; one that somebody did must be read. */
  gapsOf(windowed: WindowedStage): readonly string[] {
    const argoCd = this.#argoCdOf(windowed);
    if (!argoCd?.configured) return NONE;
    return windowed.stage.argocdApps.flatMap(app => {
      const answer = argoCd.find(app);
      return answer.status === 'unknown'
        ? [
            `The sync windows of ${app.name} in Argo CD on ${
              argoCd.cluster
            } are unknown: ${answer.reason.replace(/\.$/, '')}.`,
          ]
        : [];
    });
  }

  #argoCdOf({ controlPlane, stage }: WindowedStage): ArgoCd | undefined {
    return stage.argocdApps.length > 0
      ? this.#controlPlanes.named(controlPlane)?.argoCds.of(stage.shard)
      : undefined;
  }
}

function isSame(left: readonly Found[], right: readonly Found[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ application, appProject }, index) =>
        application === right[index].application &&
        appProject === right[index].appProject,
    )
  );
}
