import type { Diagnosis, FailureReference } from './diagnosis';

/**
 * What failures can have in common, the most telling first.
 *
 * @public
 */
export const SHARED_CAUSE_KINDS = [
  'credential',
  'repository',
  'argocd-instance',
  'shard',
  'step-kind',
] as const;

/** @public */
export type SharedCauseKind = (typeof SHARED_CAUSE_KINDS)[number];

/**
 * A failure with what it depends on. Absent is unknown, and unknown is never shared.
 *
 * @public
 */
export interface CorrelatedFailure {
  readonly reference: FailureReference;
  readonly diagnosis: Diagnosis;
  /** ISO 8601. */
  readonly at: string;
  /** Names of credentials, never their values: `project/secret`. */
  readonly credentials?: readonly string[];
  readonly repositories?: readonly string[];
  readonly argocdInstance?: string;
  readonly shard?: string;
  readonly stepKind?: string;
}

/**
 * Failures at about the same time that share something.
 *
 * @public
 */
export interface SharedCause {
  readonly kind: SharedCauseKind;
  readonly value: string;
  /** Absent where the failures are on several control planes. */
  readonly controlPlane: string | undefined;
  /** ISO 8601. */
  readonly from: string;
  /** ISO 8601. */
  readonly until: string;
  /** From the earliest to the latest. */
  readonly failures: readonly FailureReference[];
}

const DEFAULT_WINDOW_MINUTES = 15;

interface SharedThing {
  readonly kind: SharedCauseKind;
  /** Where the thing is one and the same: all control planes, or one. */
  readonly acrossControlPlanes: boolean;
  values(failure: CorrelatedFailure): readonly (string | undefined)[];
}

const SHARED_THINGS: readonly SharedThing[] = [
  {
    kind: 'credential',
    acrossControlPlanes: true,
    values: failure => failure.credentials ?? [],
  },
  {
    kind: 'repository',
    acrossControlPlanes: true,
    values: failure => (failure.repositories ?? []).map(repositoryKey),
  },
  {
    kind: 'argocd-instance',
    acrossControlPlanes: false,
    values: failure => [failure.argocdInstance],
  },
  {
    kind: 'shard',
    acrossControlPlanes: false,
    values: failure => [failure.shard],
  },
  {
    kind: 'step-kind',
    acrossControlPlanes: false,
    values: failure => [failure.stepKind],
  },
];

/**
 * Failures of several stages, warehouses or controllers that share something within a time are one cause, not many.
 * A decision of a person or a gate is no failure and shares nothing. Of two causes with the same failures the more telling
 * one is kept.
 *
 * @public
 */
export function correlate(
  failures: readonly CorrelatedFailure[],
  options: { readonly windowMinutes?: number } = {},
): readonly SharedCause[] {
  const window = (options.windowMinutes ?? DEFAULT_WINDOW_MINUTES) * 60_000;
  const inOrder = failures
    .filter(isFailure)
    .map(failure => ({ failure, time: Date.parse(failure.at) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort(
      (a, b) =>
        a.time - b.time ||
        compare(keyOf(a.failure.reference), keyOf(b.failure.reference)),
    );
  const causes = SHARED_THINGS.flatMap(thing =>
    [...groupsOf(inOrder, thing)].flatMap(([value, members]) =>
      clustersOf(members, window).flatMap(cluster =>
        sharedCauseOf(thing.kind, value, cluster),
      ),
    ),
  );
  return causes.filter(
    (cause, index) =>
      !causes.slice(0, index).some(earlier => covers(earlier, cause)),
  );
}

/**
 * A diagnosis with the other failures of its shared causes.
 *
 * @public
 */
export function withRelatedFailures<D extends Diagnosis>(
  diagnosis: D,
  reference: FailureReference,
  causes: readonly SharedCause[],
): D {
  if (diagnosis.status === 'nothing-wrong') return diagnosis;
  const own = keyOf(reference);
  const related = new Map(
    causes
      .filter(cause => cause.failures.some(failure => keyOf(failure) === own))
      .flatMap(cause => cause.failures)
      .filter(failure => keyOf(failure) !== own)
      .map(failure => [keyOf(failure), failure] as const),
  );
  return { ...diagnosis, relatedFailures: [...related.values()] };
}

interface TimedFailure {
  readonly failure: CorrelatedFailure;
  readonly time: number;
}

function isFailure({ diagnosis }: CorrelatedFailure): boolean {
  if (diagnosis.status === 'nothing-wrong') return false;
  return diagnosis.status === 'unknown' || diagnosis.severity === 'failure';
}

function groupsOf(
  failures: readonly TimedFailure[],
  thing: SharedThing,
): Map<string, TimedFailure[]> {
  const groups = new Map<string, TimedFailure[]>();
  for (const timed of failures) {
    const { controlPlane } = timed.failure.reference;
    for (const value of new Set(thing.values(timed.failure))) {
      if (value === undefined) continue;
      const key = thing.acrossControlPlanes
        ? value
        : `${controlPlane}\u0000${value}`;
      groups.set(key, [...(groups.get(key) ?? []), timed]);
    }
  }
  return groups;
}

/** Runs of failures in which each follows the one before within the window. */
function clustersOf(
  members: readonly TimedFailure[],
  window: number,
): readonly (readonly TimedFailure[])[] {
  const clusters: TimedFailure[][] = [];
  for (const member of members) {
    const current = clusters[clusters.length - 1];
    const previous = current?.[current.length - 1];
    if (previous && member.time - previous.time <= window) current.push(member);
    else clusters.push([member]);
  }
  return clusters;
}

function sharedCauseOf(
  kind: SharedCauseKind,
  key: string,
  cluster: readonly TimedFailure[],
): readonly SharedCause[] {
  const references = cluster.map(({ failure }) => failure.reference);
  const places = new Set(references.map(placeOf));
  if (places.size < 2) return [];
  const controlPlanes = new Set(references.map(item => item.controlPlane));
  return [
    {
      kind,
      value: key.slice(key.indexOf('\u0000') + 1),
      controlPlane:
        controlPlanes.size === 1 ? references[0].controlPlane : undefined,
      from: cluster[0].failure.at,
      until: cluster[cluster.length - 1].failure.at,
      failures: references,
    },
  ];
}

function covers(wide: SharedCause, narrow: SharedCause): boolean {
  const known = new Set(wide.failures.map(keyOf));
  return narrow.failures.every(failure => known.has(keyOf(failure)));
}

/** Two promotions of one stage are the same place: that it failed twice says nothing of others. */
function placeOf(reference: FailureReference): string {
  const { controlPlane, project, stage, name } = reference;
  return JSON.stringify([controlPlane, project, stage ?? name]);
}

function keyOf(reference: FailureReference): string {
  const { controlPlane, project, stage, name } = reference;
  return JSON.stringify([controlPlane, project, stage ?? '', name]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Kargo normalises URLs much like this when it looks for credentials. */
function repositoryKey(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
