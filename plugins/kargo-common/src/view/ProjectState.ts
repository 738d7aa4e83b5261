import type { Controller } from '../model/controller';
import type { Freight } from '../model/freight';
import type { Promotion } from '../model/promotion';
import type { PromotionRow } from '../model/promotionRow';
import type { Stage } from '../model/stage';
import {
  ArrivalProjection,
  type Arrival,
  type PipelinePace,
} from '../pipeline/projectedArrival';
import { paceOf } from '../pipeline/paceOf';

/**
 * A change window that is closed.
 *
 * @public
 */
export interface ClosedWindow {
  /** Name of the rule that closes it. */
  readonly rule: string;
  /** ISO 8601; absent where no end is known. */
  readonly until: string | undefined;
}

/**
 * What is known of a project at one moment.
 *
 * @public
 */
export interface ProjectStateOptions {
  readonly at: Date;
  readonly stages: readonly Stage[];
  readonly freight: readonly Freight[];
  /** Promotions by the name of their stage; `undefined` where promotions are not observed. */
  readonly promotions: ReadonlyMap<string, readonly PromotionRow[]> | undefined;
  /** `undefined` where heartbeats are not observed. */
  readonly controllers: readonly Controller[] | undefined;
  /** A running promotion with its steps, by its name, where somebody has read it; it may be seconds old. */
  readonly lastReadOf?: (promotion: string) => Promotion | undefined;
  /** A change window of a stage that is closed at a time; by default the one that Kargo itself reports. */
  readonly closedWindowOf?: (
    stage: Stage,
    at: Date,
  ) => ClosedWindow | undefined;
}

/**
 * A project at one moment, from which its views are made.
 *
 * @public
 */
export class ProjectState {
  readonly at: Date;
  readonly stages: readonly Stage[];
  readonly freight: readonly Freight[];
  readonly controllers: readonly Controller[] | undefined;
  readonly #options: ProjectStateOptions;
  readonly #stagesByName: ReadonlyMap<string, Stage>;
  readonly #freightByName: ReadonlyMap<string, Freight>;
  readonly #pace: PipelinePace;
  readonly #projections = new Map<string, ArrivalProjection>();
  readonly #closedNow = new Map<Stage, ClosedWindow | undefined>();

  constructor(options: ProjectStateOptions) {
    this.#options = options;
    this.at = options.at;
    this.stages = options.stages;
    this.freight = options.freight;
    this.controllers = options.controllers;
    this.#stagesByName = new Map(
      options.stages.map(stage => [stage.name, stage]),
    );
    this.#freightByName = new Map(
      options.freight.map(freight => [freight.name, freight]),
    );
    this.#pace = paceOf(options.stages, (name, from) =>
      this.#opensAt(name, from),
    );
  }

  stageNamed(name: string): Stage | undefined {
    return this.#stagesByName.get(name);
  }

  freightNamed(name: string | undefined): Freight | undefined {
    return name === undefined ? undefined : this.#freightByName.get(name);
  }

  /** `undefined` where promotions are not observed. */
  promotionsOf(stage: string): readonly PromotionRow[] | undefined {
    const { promotions } = this.#options;
    return promotions && (promotions.get(stage) ?? []);
  }

  /** The promotion of some freight that runs in a stage, with its steps, where somebody has read it. */
  runningOf(stage: string, freight: string): Promotion | undefined {
    const row = this.promotionsOf(stage)?.find(
      promotion =>
        promotion.phase === 'Running' && promotion.freight === freight,
    );
    return row && this.#options.lastReadOf?.(row.name);
  }

  closedWindowOf(stage: Stage): ClosedWindow | undefined {
    return this.#closedWindowAt(stage, this.at);
  }

  arrivalOf(freight: Freight, stage: Stage): Arrival {
    let projection = this.#projections.get(freight.name);
    if (!projection) {
      projection = new ArrivalProjection({
        freight,
        stages: this.#stagesByName,
        at: this.at,
        pace: this.#pace,
      });
      this.#projections.set(freight.name, projection);
    }
    return projection.arrivalIn(stage);
  }

  #closedWindowAt(stage: Stage, at: Date): ClosedWindow | undefined {
    const { closedWindowOf = kargoClosedWindow } = this.#options;
    if (at.getTime() !== this.at.getTime()) return closedWindowOf(stage, at);
    const isKnown = this.#closedNow.has(stage);
    const closed = isKnown
      ? this.#closedNow.get(stage)
      : closedWindowOf(stage, at);
    if (!isKnown) this.#closedNow.set(stage, closed);
    return closed;
  }

  #opensAt(name: string, from: Date): Date | undefined {
    const stage = this.stageNamed(name);
    const closed = stage && this.#closedWindowAt(stage, from);
    if (!closed) return from;
    const until = closed.until ? new Date(closed.until) : undefined;
    return until && until > from ? until : undefined;
  }
}

/**
 * The window that Kargo itself reports as closed. It reports the present one only; a time after its next opening counts as
 * open.
 *
 * @public
 */
export function kargoClosedWindow(
  stage: Stage,
  at: Date,
): ClosedWindow | undefined {
  const { window } = stage;
  if (!window?.closed) return undefined;
  if (window.nextOpen && Date.parse(window.nextOpen) <= at.getTime()) {
    return undefined;
  }
  return {
    rule: window.reason ?? 'a promotion window of Kargo',
    until: window.nextOpen,
  };
}
