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
 * Projects the earliest arrival of freight in a stage along the pipeline: promotions, verifications, soak times and
 * windows one after the other, on the way that is soonest open.
 *
 * @public
 */
export function projectedArrival(options: {
  readonly stage: Stage;
  readonly freight: Freight;
  readonly stages: readonly Stage[];
  readonly at: Date;
  readonly pace: PipelinePace;
}): Arrival {
  const { stage, freight, stages, at, pace } = options;
  const present = freight.currentlyIn.find(entry => entry.stage === stage.name);
  if (present) return { status: 'arrived', since: present.since };

  const byName = new Map(stages.map(item => [item.name, item]));
  const known = new Map<string, Way>();

  function wayTo(target: Stage, path: ReadonlySet<string>): Way {
    const before = known.get(target.name);
    if (before) return before;
    if (path.has(target.name)) {
      return { because: `the stages before ${target.name} form a circle` };
    }
    const way = arrivalIn(target, new Set(path).add(target.name));
    known.set(target.name, way);
    return way;
  }

  function arrivalIn(target: Stage, path: ReadonlySet<string>): Way {
    const available = availableTo(target, path);
    if ('because' in available) return available;
    const opens = pace.opensAt(
      target.name,
      new Date(Math.max(available.notBeforeMs, at.getTime())),
    );
    if (!opens) {
      return { because: `${target.name} is frozen without a known end` };
    }
    const seconds = target.controlFlow ? 0 : pace.promotionSeconds(target.name);
    return {
      notBeforeMs: opens.getTime() + (seconds ?? 0) * 1000,
      byHand:
        target.autoPromotion || target.controlFlow
          ? available.byHand
          : [...available.byHand, target.name],
      unknownDurations:
        seconds === undefined
          ? [...available.unknownDurations, target.name]
          : available.unknownDurations,
    };
  }

  function availableTo(target: Stage, path: ReadonlySet<string>): Way {
    const now: Leg = {
      notBeforeMs: at.getTime(),
      byHand: [],
      unknownDurations: [],
    };
    const request = target.requests.find(
      ({ origin }) => origin === freight.origin,
    );
    if (!request) {
      return { because: `${target.name} takes no freight of this warehouse` };
    }
    const isApproved = freight.approvedFor.some(
      approval => approval.stage === target.name,
    );
    if (request.direct || isApproved) return now;
    const ways = request.stages.map(name =>
      through(name, request.requiredSoakSeconds ?? 0, path),
    );
    return request.availability === 'All' ? latest(ways) : soonest(ways);
  }

  /** When freight is verified and soaked in an upstream stage. */
  function through(
    upstream: string,
    soakSeconds: number,
    path: ReadonlySet<string>,
  ): Way {
    const stageBefore = byName.get(upstream);
    if (!stageBefore) return { because: `there is no stage ${upstream}` };
    const verified = freight.verifiedIn.find(entry => entry.stage === upstream);
    const there = freight.currentlyIn.find(entry => entry.stage === upstream);
    if (verified && (verified.longestSoakSeconds ?? 0) >= soakSeconds) {
      return { notBeforeMs: at.getTime(), byHand: [], unknownDurations: [] };
    }
    const way: Way = there
      ? {
          notBeforeMs: Date.parse(there.since ?? '') || at.getTime(),
          byHand: [],
          unknownDurations: [],
        }
      : wayTo(stageBefore, path);
    if ('because' in way) return way;
    const soakedMs = way.notBeforeMs + soakSeconds * 1000;
    if (verified) return { ...way, notBeforeMs: soakedMs };
    const seconds = stageBefore.verifies
      ? pace.verificationSeconds(upstream)
      : 0;
    // A verification that should be over by its usual length is not: it ends now at the earliest.
    const verifiedMs = Math.max(
      way.notBeforeMs + (seconds ?? 0) * 1000,
      at.getTime(),
    );
    return {
      ...way,
      notBeforeMs: Math.max(soakedMs, verifiedMs),
      unknownDurations:
        seconds === undefined
          ? [...way.unknownDurations, upstream]
          : way.unknownDurations,
    };
  }

  const way = wayTo(stage, new Set());
  return 'because' in way
    ? { status: 'impossible', because: way.because }
    : {
        status: 'expected',
        notBefore: new Date(way.notBeforeMs).toISOString(),
        byHand: [...new Set(way.byHand)],
        unknownDurations: [...new Set(way.unknownDurations)],
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
