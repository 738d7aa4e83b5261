import {
  approverGroupsOf,
  executionModeOf,
  freezeSentence,
  kargoClosedWindow,
  riskClassOf,
  type CalendarRule,
  type ClosedWindow,
  type FreezeState,
  type RiskClass,
  type RiskClassAssignment,
  type Stage,
  type StageControlsView,
} from '@fairway/plugin-kargo-common';
import { StageCalendar, type CalendarStage } from './StageCalendar';
import type { StageWindows } from './StageWindows';

/** A stage with what decides about its controls. */
export interface ControlledStage {
  readonly controlPlane: string;
  readonly stage: Stage;
  readonly projectLabels: Readonly<Record<string, string>>;
  /** Value of `kargo/risk-class` of the entity. */
  readonly annotation: string | undefined;
  readonly ownerRef?: string;
}

interface StageClass {
  readonly assignment: RiskClassAssignment;
  readonly riskClass: RiskClass;
}

interface KnownClass
  extends Pick<ControlledStage, 'projectLabels' | 'annotation'> {
  readonly stageClass: StageClass;
}

/** The controls that follow the risk of a change, by the configuration. */
export class StageControls {
  readonly #riskClasses: readonly RiskClass[];
  readonly #calendar: StageCalendar;
  /** Whether carrying out is switched on at all. */
  readonly executingEnabled: boolean;
  /** A stage has the same class until it changes, and there are hundreds of them. */
  readonly #classes = new WeakMap<Stage, KnownClass>();

  constructor(options: {
    readonly riskClasses: readonly RiskClass[];
    readonly calendar: readonly CalendarRule[];
    /** Windows that are kept elsewhere; none by default. */
    readonly windows?: readonly StageWindows[];
    readonly executingEnabled: boolean;
  }) {
    this.#riskClasses = options.riskClasses;
    this.#calendar = new StageCalendar({
      own: options.calendar,
      elsewhere: options.windows ?? [],
    });
    this.executingEnabled = options.executingEnabled;
  }

  classOf(controlled: ControlledStage): StageClass {
    const { stage, projectLabels, annotation } = controlled;
    const known = this.#classes.get(stage);
    if (
      known?.projectLabels === projectLabels &&
      known.annotation === annotation
    ) {
      return known.stageClass;
    }
    const stageClass = this.#assignClass(controlled);
    this.#classes.set(stage, { projectLabels, annotation, stageClass });
    return stageClass;
  }

  #assignClass(controlled: ControlledStage): StageClass {
    const { stage, projectLabels, annotation } = controlled;
    const assignment = riskClassOf({
      stageLabels: stage.labels,
      projectLabels,
      annotation,
      steps: stage.steps,
      classes: this.#riskClasses,
    });
    const riskClass = this.#riskClasses.find(
      ({ name }) => name === assignment.name,
    );
    // An assignment names one of the classes that it was given.
    if (!riskClass) throw new Error(`No risk class ${assignment.name}`);
    return { assignment, riskClass };
  }

  /** The calendar of a stage at a time. */
  freezeState(controlled: ControlledStage, at: Date): FreezeState {
    return this.#calendar.stateOf(this.#asked(controlled), at);
  }

  /** The rules of a stage: the same list for all stages to which the same ones apply. */
  rulesOf(controlled: ControlledStage): readonly CalendarRule[] {
    return this.#calendar.rulesOf(this.#asked(controlled));
  }

  /** What is not known of the calendar of a stage although it was meant to be, one sentence each. */
  calendarGaps(controlled: ControlledStage): readonly string[] {
    return this.#calendar.gapsOf(this.#asked(controlled));
  }

  #asked(controlled: ControlledStage): CalendarStage {
    const { riskClass } = this.classOf(controlled);
    return {
      ...controlled,
      riskClass: riskClass.name,
      changeWindowRequired: riskClass.changeWindowRequired,
    };
  }

  /** Why nothing may be promoted to a stage at a time, by the calendar or by Kargo itself. */
  closedWindow(
    controlled: ControlledStage,
    at: Date,
  ): ClosedWindow | undefined {
    const own = kargoClosedWindow(controlled.stage, at);
    if (own) return own;
    const asked = this.#asked(controlled);
    // Most stages have no rules, and need not be asked when.
    if (
      !asked.changeWindowRequired &&
      this.#calendar.rulesOf(asked).length === 0
    ) {
      return undefined;
    }
    const { riskClass } = this.classOf(controlled);
    const state = this.#calendar.stateOf(asked, at);
    switch (state.status) {
      case 'closed':
        return { rule: ruleNames(state, riskClass), until: state.until };
      case 'unknown':
        return {
          rule: `${state.problems
            .map(({ rule }) => rule.title)
            .join(', ')}, which cannot be read`,
          until: undefined,
        };
      default:
        return undefined;
    }
  }

  view(controlled: ControlledStage, at: Date): StageControlsView {
    const { assignment, riskClass } = this.classOf(controlled);
    const state = this.freezeState(controlled, at);
    const { rollback } = riskClass;
    return {
      riskClass: riskClass.name,
      source: assignment.source,
      inferredFrom: assignment.inferredFrom && [...assignment.inferredFrom],
      problem: assignment.problem,
      executionMode: this.executionMode(riskClass),
      approvers: {
        count: riskClass.approvers.count,
        groups: [
          ...approverGroupsOf({ riskClass, ownerRef: controlled.ownerRef }),
        ],
      },
      minimumSoak: riskClass.minimumSoak,
      verificationRequired: riskClass.verificationRequired,
      changeWindowRequired: riskClass.changeWindowRequired,
      rollback: { ...rollback },
      longestDuration: riskClass.longestDuration,
      calendar: {
        status: state.status,
        sentence: freezeSentence({
          state,
          timeZone: 'UTC',
          now: at.toISOString(),
        }),
        until: state.status === 'unknown' ? undefined : state.until,
      },
    };
  }

  executionMode(riskClass: RiskClass) {
    const { executingEnabled } = this;
    return executionModeOf({ riskClass, executingEnabled });
  }
}

function ruleNames(
  { causes }: Extract<FreezeState, { readonly status: 'closed' }>,
  riskClass: RiskClass,
): string {
  const titles = causes.flatMap(({ rules }) => rules.map(({ title }) => title));
  return titles.length > 0
    ? titles.join(' and ')
    : `the class ${riskClass.name}, which needs a change window`;
}
