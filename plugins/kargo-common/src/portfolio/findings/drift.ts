import { formatDuration } from '@fairway/observation';
import { durationMillis } from '../../controls/duration';
import { compareNewestFirst, type Freight } from '../../model/freight';
import type { FreightReference, Stage } from '../../model/stage';
import type { ProjectState } from '../../view/ProjectState';
import type { Finding } from './finding';

/**
 * From when on production counts as drifted. Durations are ISO 8601.
 *
 * @public
 */
export interface DriftLimits {
  /** So many newer versions that production does not have. */
  readonly versionsBehind: number;
  /** And the first of them has been there for so long. */
  readonly behindFor: string;
  /** Regions have had different versions for so long. */
  readonly apartFor: string;
}

const SHOWN_STAGES = 4;

/** @public */
export const DEFAULT_DRIFT_LIMITS: DriftLimits = {
  versionsBehind: 5,
  behindFor: 'P7D',
  apartFor: 'P1D',
};

/**
 * Where production has fallen behind, or its regions apart.
 *
 * @param production - the stages that are production
 */
export function driftFindings(
  production: readonly Stage[],
  state: ProjectState,
  limits: DriftLimits,
): Finding[] {
  return [
    ...production.flatMap(stage => behind(stage, state, limits) ?? []),
    ...apart(production, state, limits),
  ];
}

function behind(
  stage: Stage,
  state: ProjectState,
  limits: DriftLimits,
): Finding | undefined {
  for (const item of stage.history[0]?.items ?? []) {
    const missing = newerThan(item, state);
    const since = missing[missing.length - 1]?.discoveredAt;
    const age = secondsSince(since, state);
    const isBehind = missing.length >= limits.versionsBehind;
    if (isBehind && age > durationMillis(limits.behindFor) / 1000) {
      return {
        state: 'drifted',
        reason: `the stage ${stage.name} is ${
          missing.length
        } versions behind: the first one that it misses came ${formatDuration(
          age,
        )} ago`,
        since,
      };
    }
  }
  return undefined;
}

/** Newer freight of the same origin, the newest first; none where the age of what is there is not known. */
function newerThan(
  { name, origin }: FreightReference,
  state: ProjectState,
): Freight[] {
  const current = state.freightNamed(name);
  if (!current?.discoveredAt) return [];
  return state.freight
    .filter(
      freight =>
        freight.origin === origin &&
        freight.discoveredAt !== undefined &&
        compareNewestFirst(freight, current) < 0,
    )
    .sort(compareNewestFirst);
}

function apart(
  production: readonly Stage[],
  state: ProjectState,
  limits: DriftLimits,
): Finding[] {
  const isChanging = production.some(({ phase }) => phase === 'promoting');
  if (isChanging) return [];
  const placed = production.flatMap(stage =>
    (stage.history[0]?.items ?? []).map(item => ({ stage: stage.name, item })),
  );
  const origins = new Set(placed.map(({ item }) => item.origin));
  return [...origins].flatMap(origin => {
    const there = placed.filter(({ item }) => item.origin === origin);
    const names = new Set(there.map(({ item }) => item.name));
    if (names.size < 2) return [];
    const since = lastChange(there, state);
    const age = secondsSince(since, state);
    const isLong = age > durationMillis(limits.apartFor) / 1000;
    if (!isLong) return [];
    const versions = there
      .slice(0, SHOWN_STAGES)
      .map(({ stage, item }) => `${stage} has ${item.version ?? item.name}`);
    const more = there.length - versions.length;
    if (more > 0) versions.push(`and ${more} more`);
    return [
      {
        state: 'drifted' as const,
        reason: `production has different versions: ${versions.join(', ')}`,
        since,
      },
    ];
  });
}

/** The last time at which one of the stages got what it has; `undefined` where none is known. */
function lastChange(
  placed: ReadonlyArray<{
    readonly stage: string;
    readonly item: FreightReference;
  }>,
  state: ProjectState,
): string | undefined {
  return placed
    .flatMap(
      ({ stage, item }) =>
        state
          .freightNamed(item.name)
          ?.currentlyIn.find(entry => entry.stage === stage)?.since ?? [],
    )
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

/** `NaN` where it is not known, which is neither long nor short. */
function secondsSince(since: string | undefined, { at }: ProjectState): number {
  return (at.getTime() - Date.parse(since ?? '')) / 1000;
}
