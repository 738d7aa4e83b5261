import type { Freight } from '../model/freight';
import type { Stage } from '../model/stage';

/**
 * When freight can be in a stage at the earliest, and what that depends on.
 *
 * @public
 */
export type Arrival =
  | { readonly status: 'arrived'; readonly since: string | undefined }
  | {
      readonly status: 'expected';
      /** ISO 8601; a lower bound, since verification and promotion of unknown length count as nothing. */
      readonly notBefore: string;
      /** Stages on the way where somebody has to promote. */
      readonly byHand: readonly string[];
      /** Stages on the way whose verification or promotion takes a time that is not known. */
      readonly unknownDurations: readonly string[];
    }
  | { readonly status: 'impossible'; readonly because: string };

/**
 * What is known of the pace of a pipeline. Durations are in seconds.
 *
 * @public
 */
export interface PipelinePace {
  /** How long a promotion into the stage takes; `undefined` where none has been seen. */
  promotionSeconds(stage: string): number | undefined;
  /** How long the verification in the stage takes; `undefined` where none has been seen. */
  verificationSeconds(stage: string): number | undefined;
  /** The first moment at or after a time at which the stage may be promoted to; `undefined` where none is known. */
  opensAt(stage: string, from: Date): Date | undefined;
}

interface Leg {
  readonly notBeforeMs: number;
  readonly byHand: readonly string[];
  readonly unknownDurations: readonly string[];
}

type Way = Leg | { readonly because: string };

/**
 * Projects the earliest arrival of freight in stages along the pipeline: promotions, verifications, soak times and
 * windows one after the other, on the way that is soonest open. What was found for one stage serves the next.
 *
 * @public
 */
export class ArrivalProjection {
  readonly #freight: Freight;
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #atMs: number;
  readonly #pace: PipelinePace;
  readonly #ways = new Map<string, Way>();
  readonly #visiting = new Set<string>();

  constructor(options: {
    readonly freight: Freight;
    /** By name. */
    readonly stages: ReadonlyMap<string, Stage>;
    readonly at: Date;
    readonly pace: PipelinePace;
  }) {
    this.#freight = options.freight;
    this.#stages = options.stages;
    this.#atMs = options.at.getTime();
    this.#pace = options.pace;
  }

  arrivalIn(stage: Stage): Arrival {
    const present = this.#freight.currentlyIn.find(
      entry => entry.stage === stage.name,
    );
    if (present) return { status: 'arrived', since: present.since };
    const way = this.#wayInto(stage);
    return isOpen(way)
      ? {
          status: 'expected',
          notBefore: new Date(way.notBeforeMs).toISOString(),
          byHand: [...new Set(way.byHand)],
          unknownDurations: [...new Set(way.unknownDurations)],
        }
      : { status: 'impossible', because: way.because };
  }

  #wayInto(stage: Stage): Way {
    const known = this.#ways.get(stage.name);
    if (known) return known;
    if (this.#visiting.has(stage.name)) {
      return { because: `the stages before ${stage.name} form a circle` };
    }
    this.#visiting.add(stage.name);
    const way = this.#promotedInto(stage, this.#availableTo(stage));
    this.#visiting.delete(stage.name);
    this.#ways.set(stage.name, way);
    return way;
  }

  #promotedInto(stage: Stage, available: Way): Way {
    if (!isOpen(available)) return available;
    const opens = this.#pace.opensAt(
      stage.name,
      new Date(Math.max(available.notBeforeMs, this.#atMs)),
    );
    if (!opens) {
      return { because: `${stage.name} is frozen without a known end` };
    }
    const seconds = stage.controlFlow
      ? 0
      : this.#pace.promotionSeconds(stage.name);
    const isByItself = stage.autoPromotion || stage.controlFlow;
    return lengthened(available, opens.getTime(), {
      seconds,
      stage: stage.name,
      byHand: isByItself ? [] : [stage.name],
    });
  }

  #availableTo(stage: Stage): Way {
    const freight = this.#freight;
    const request = stage.requests.find(
      ({ origin }) => origin === freight.origin,
    );
    if (!request) {
      return { because: `${stage.name} takes no freight of this warehouse` };
    }
    const isApproved = freight.approvedFor.some(
      approval => approval.stage === stage.name,
    );
    if (request.direct || isApproved) return begin(this.#atMs);
    const ways = request.stages.map(name =>
      this.#through(name, request.requiredSoakSeconds ?? 0),
    );
    return request.availability === 'All' ? latest(ways) : soonest(ways);
  }

  /** When freight is verified and soaked in an upstream stage. */
  #through(upstream: string, soakSeconds: number): Way {
    const stage = this.#stages.get(upstream);
    if (!stage) return { because: `there is no stage ${upstream}` };
    const { verifiedIn, currentlyIn } = this.#freight;
    const verified = verifiedIn.find(entry => entry.stage === upstream);
    if (verified && (verified.longestSoakSeconds ?? 0) >= soakSeconds) {
      return begin(this.#atMs);
    }
    const there = currentlyIn.find(entry => entry.stage === upstream);
    const way = there
      ? begin(Date.parse(there.since ?? '') || this.#atMs)
      : this.#wayInto(stage);
    if (!isOpen(way)) return way;
    const soakedMs = way.notBeforeMs + soakSeconds * 1000;
    if (verified) return { ...way, notBeforeMs: soakedMs };
    const seconds = stage.verifies
      ? this.#pace.verificationSeconds(upstream)
      : 0;
    const passed = lengthened(way, way.notBeforeMs, {
      seconds,
      stage: upstream,
      byHand: [],
    });
    // A verification that should be over by its usual length is not: it ends now at the earliest.
    const notBeforeMs = Math.max(passed.notBeforeMs, soakedMs, this.#atMs);
    return { ...passed, notBeforeMs };
  }
}

/** The projection for one stage alone. */
export function projectedArrival(options: {
  readonly stage: Stage;
  readonly freight: Freight;
  readonly stages: readonly Stage[];
  readonly at: Date;
  readonly pace: PipelinePace;
}): Arrival {
  const stages = new Map(options.stages.map(item => [item.name, item]));
  return new ArrivalProjection({ ...options, stages }).arrivalIn(options.stage);
}

function begin(notBeforeMs: number): Leg {
  return { notBeforeMs, byHand: [], unknownDurations: [] };
}

function lengthened(
  way: Leg,
  fromMs: number,
  by: {
    readonly seconds: number | undefined;
    readonly stage: string;
    readonly byHand: readonly string[];
  },
): Leg {
  return {
    notBeforeMs: fromMs + (by.seconds ?? 0) * 1000,
    byHand: [...way.byHand, ...by.byHand],
    unknownDurations:
      by.seconds === undefined
        ? [...way.unknownDurations, by.stage]
        : way.unknownDurations,
  };
}

function isOpen(way: Way): way is Leg {
  return !('because' in way);
}

function soonest(ways: readonly Way[]): Way {
  const open = ways.filter(isOpen);
  if (open.length === 0) {
    return ways[0] ?? { because: 'no stage leads there' };
  }
  return open.reduce((best, way) =>
    way.notBeforeMs < best.notBeforeMs ? way : best,
  );
}

function latest(ways: readonly Way[]): Way {
  const closed = ways.find(way => !isOpen(way));
  if (closed) return closed;
  const open = ways.filter(isOpen);
  return {
    notBeforeMs: Math.max(...open.map(way => way.notBeforeMs)),
    byHand: open.flatMap(way => way.byHand),
    unknownDurations: open.flatMap(way => way.unknownDurations),
  };
}
