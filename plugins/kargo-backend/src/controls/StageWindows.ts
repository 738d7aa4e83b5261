import type { CalendarRule, Stage } from '@fairway/plugin-kargo-common';

/** A stage as those see it who keep windows about it. */
export interface WindowedStage {
  readonly controlPlane: string;
  readonly stage: Stage;
  readonly projectLabels: Readonly<Record<string, string>>;
}

/** Change windows and freezes of stages that are kept elsewhere than in the configuration. */
export interface StageWindows {
  /** Those of one stage; the same objects as long as nothing changes. */
  rulesOf(windowed: WindowedStage): readonly CalendarRule[];

  /** What is not known of them although it was meant to be, one sentence each. */
  gapsOf(windowed: WindowedStage): readonly string[];
}
