import {
  calendarRulesFor,
  freezeStateAt,
  type CalendarRule,
  type CalendarSubject,
  type FreezeState,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { SameLists } from './SameLists';
import type { StageWindows, WindowedStage } from './StageWindows';

const MAX_STATES = 16;
const MAX_AGE_MS: Readonly<Record<FreezeState['status'], number>> = {
  // How it closes next stays as it is; only what is beyond the horizon comes nearer.
  open: 60 * 60_000,
  // Another freeze may join one that is in force; it is named this late at most.
  closed: 60_000,
  unknown: 60_000,
};

/** A stage as the calendar sees it. */
export interface CalendarStage extends WindowedStage {
  readonly riskClass: string;
  readonly changeWindowRequired: boolean;
}

interface KnownRules {
  readonly riskClass: string;
  readonly elsewhere: ReadonlyArray<readonly CalendarRule[]>;
  readonly rules: readonly CalendarRule[];
}

interface KnownState {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly changeWindowRequired: boolean;
  readonly state: FreezeState;
}

/**
 * The rules of each stage, from the configuration and from elsewhere, and whether they let it be promoted.
 *
 * @remarks
 * A page asks for hundreds of stages at a time. Those with the same rules share one list of them, and one answer for as
 * long as it holds.
 */
export class StageCalendar {
  readonly #own: readonly CalendarRule[];
  readonly #elsewhere: readonly StageWindows[];
  readonly #lists = new SameLists<CalendarRule>();
  readonly #rules = new WeakMap<Stage, KnownRules>();
  readonly #states = new WeakMap<readonly CalendarRule[], KnownState[]>();

  constructor(options: {
    readonly own: readonly CalendarRule[];
    readonly elsewhere: readonly StageWindows[];
  }) {
    this.#own = options.own;
    this.#elsewhere = options.elsewhere;
  }

  /** The rules that apply to a stage: the same list for all stages to which the same rules apply. */
  rulesOf(asked: CalendarStage): readonly CalendarRule[] {
    const { stage, riskClass } = asked;
    const elsewhere = this.#elsewhere.map(windows => windows.rulesOf(asked));
    const known = this.#rules.get(stage);
    if (
      known?.riskClass === riskClass &&
      known.elsewhere.every((rules, index) => rules === elsewhere[index])
    ) {
      return known.rules;
    }
    const rules = this.#lists.of(
      calendarRulesFor([...this.#own, ...elsewhere.flat()], subjectOf(asked)),
    );
    this.#rules.set(stage, { riskClass, elsewhere, rules });
    return rules;
  }

  /** What is not known of the calendar of a stage although it was meant to be. */
  gapsOf(asked: CalendarStage): readonly string[] {
    return this.#elsewhere.flatMap(windows => windows.gapsOf(asked));
  }

  stateOf(asked: CalendarStage, at: Date): FreezeState {
    const rules = this.rulesOf(asked);
    const { changeWindowRequired } = asked;
    const atMs = at.getTime();
    const states = this.#states.get(rules) ?? [];
    const known = states.find(
      state =>
        state.changeWindowRequired === changeWindowRequired &&
        state.fromMs <= atMs &&
        atMs < state.untilMs,
    );
    if (known) return known.state;
    const state = freezeStateAt({
      rules,
      subject: subjectOf(asked),
      changeWindowRequired,
      at: at.toISOString(),
    });
    const untilMs = Math.min(atMs + MAX_AGE_MS[state.status], ...endsOf(state));
    this.#states.set(rules, [
      { fromMs: atMs, untilMs, changeWindowRequired, state },
      ...states.slice(0, MAX_STATES - 1),
    ]);
    return state;
  }
}

/** When a state, or a cause of it, ends. */
function endsOf(state: FreezeState): number[] {
  if (state.status === 'unknown') return [];
  const causes = state.status === 'closed' ? state.causes : [];
  return [state, ...causes].flatMap(({ until }) =>
    until === undefined ? [] : [Date.parse(until)],
  );
}

/** A stage as the rules of the calendar see it. */
export function subjectOf({
  controlPlane,
  riskClass,
  stage,
}: CalendarStage): CalendarSubject {
  return {
    riskClass,
    controlPlane,
    project: stage.project,
    stage: stage.name,
    stageLabels: stage.labels,
  };
}
