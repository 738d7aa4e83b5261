import {
  kargoWindowStatusRule,
  readKargoWindows,
  type CalendarRule,
  type KargoWindow,
  type PromotionConfig,
  type Stage,
} from '@fairway/plugin-kargo-common';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { StageWindows, WindowedStage } from './StageWindows';

interface KnownRules {
  readonly configs: readonly PromotionConfig[];
  readonly projectLabels: WindowedStage['projectLabels'];
  readonly rules: readonly CalendarRule[];
}

const NONE: readonly never[] = [];

/** The promotion windows of Kargo: those that are configured, and what Kargo itself says of a stage. */
export class KargoWindows implements StageWindows {
  readonly #controlPlanes: Pick<ControlPlanes, 'named'>;
  /** A configuration is read once, and what of it concerns a stage is told once: both are objects that never change. */
  readonly #windows = new WeakMap<PromotionConfig, readonly KargoWindow[]>();
  readonly #rules = new WeakMap<Stage, KnownRules>();

  constructor(options: {
    readonly controlPlanes: Pick<ControlPlanes, 'named'>;
  }) {
    this.#controlPlanes = options.controlPlanes;
  }

  rulesOf(windowed: WindowedStage): readonly CalendarRule[] {
    const { controlPlane, stage, projectLabels } = windowed;
    const configs =
      this.#controlPlanes
        .named(controlPlane)
        ?.promotionConfigsOf(stage.project) ?? NONE;
    if (configs.length === 0 && !stage.window?.closed) return NONE;
    const known = this.#rules.get(stage);
    if (
      known?.projectLabels === projectLabels &&
      known.configs.length === configs.length &&
      known.configs.every((config, index) => config === configs[index])
    ) {
      return known.rules;
    }
    const reported = stage.window?.closed
      ? kargoWindowStatusRule({
          status: stage.window,
          controlPlane,
          project: stage.project,
          stage: stage.name,
        })
      : undefined;
    const rules = [
      ...configs.flatMap(config => this.#configured(config, windowed)),
      ...(reported ? [reported] : []),
    ];
    this.#rules.set(stage, { configs, projectLabels, rules });
    return rules;
  }

  /** What cannot be read of them Kargo enforces by itself. */
  gapsOf(): readonly string[] {
    return NONE;
  }

  #configured(
    config: PromotionConfig,
    { controlPlane, stage, projectLabels }: WindowedStage,
  ): CalendarRule[] {
    const windows =
      this.#windows.get(config) ??
      readKargoWindows({ ...config, controlPlane });
    this.#windows.set(config, windows);
    const project = { name: stage.project, labels: projectLabels };
    return windows.flatMap(window => window.ruleFor(project, stage) ?? []);
  }
}
