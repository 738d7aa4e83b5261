import type { BypassCause } from './BypassCause';
import type { EpisodeEvidence } from './EpisodeEvidence';

/**
 * Version of the rules as a whole: a precision is one of one version.
 *
 * @public
 */
export const TRIAGE_RULES_VERSION = 1;

/** From so many teams on, and in so many of 13 weeks, it is no accident of one team. */
const MANY_TEAMS = 3;
const MANY_WEEKS = 4;

/** A risk class with this share of the episodes or more has controls that do not fit it. */
const CONCENTRATED = 0.8;

/**
 * A rule of cause triage.
 *
 * @public
 */
export interface TriageRule {
  readonly id: string;
  readonly cause: BypassCause;
  /** What it saw, as a reader is told. */
  readonly because: string;
  readonly applies: (evidence: EpisodeEvidence) => boolean;
}

/**
 * The rules, most telling first: what could not be done at all, then what could not be done in time, then what people
 * tried and did not find. What many do all the time comes last, as each of the others may be why.
 *
 * @public
 */
export const TRIAGE_RULES: readonly TriageRule[] = [
  {
    id: 'field-not-settable',
    cause: 'too-narrow',
    because: 'The path has no input for what was changed.',
    applies: ({ settableOnPath }) => settableOnPath === false,
  },
  {
    id: 'path-slower-than-need',
    cause: 'too-slow',
    because: 'Changes along the path take longer than there was time.',
    applies: ({ pathMinutesP90, neededMinutes }) =>
      pathMinutesP90 !== undefined &&
      neededMinutes !== undefined &&
      pathMinutesP90 > neededMinutes,
  },
  {
    id: 'incident-open',
    cause: 'too-slow',
    because: 'An incident was open.',
    applies: ({ incidentOpen }) => incidentOpen === true,
  },
  {
    id: 'denied-before',
    cause: 'too-opaque',
    because: 'The team was denied access in the 24 hours before.',
    applies: ({ deniedRequests = 0 }) => deniedRequests > 0,
  },
  {
    id: 'failed-before',
    cause: 'too-opaque',
    because: 'The team tried the path and failed in the 24 hours before.',
    applies: ({ failedRuns = 0 }) => failedRuns > 0,
  },
  {
    id: 'searched-in-vain',
    cause: 'too-opaque',
    because: 'The team looked for help and found none in the 24 hours before.',
    applies: ({ documentsNotFound = 0, emptySearches = 0 }) =>
      documentsNotFound + emptySearches > 0,
  },
  {
    id: 'many-teams-many-weeks',
    cause: 'does-not-match-reality',
    because: 'Several teams do the same, week after week.',
    applies: ({ teamsAffected = 0, weeksAffected = 0 }) =>
      teamsAffected >= MANY_TEAMS && weeksAffected >= MANY_WEEKS,
  },
  {
    id: 'one-risk-class',
    cause: 'does-not-match-reality',
    because: 'Nearly all of it is of one risk class.',
    applies: ({ riskClassShare = 0, riskClasses = 0, weeksAffected = 0 }) =>
      riskClasses > 1 &&
      riskClassShare >= CONCENTRATED &&
      weeksAffected >= MANY_WEEKS,
  },
];

/**
 * A proposal, which the owner of the capability confirms or overrides.
 *
 * @public
 */
export type CauseProposal =
  | {
      readonly kind: 'proposed';
      readonly cause: BypassCause;
      readonly rule: string;
      readonly because: string;
      readonly rulesVersion: number;
      /** Other causes for which something speaks, by the order of the rules. */
      readonly alsoPossible: readonly BypassCause[];
    }
  | {
      /** No rule applies: the owner knows better. */
      readonly kind: 'undetermined';
      readonly rulesVersion: number;
    };

/**
 * Proposes why somebody went around the platform.
 *
 * @public
 */
export function proposeCause(evidence: EpisodeEvidence): CauseProposal {
  const applying = TRIAGE_RULES.filter(rule => rule.applies(evidence));
  const [first, ...others] = applying;
  if (!first) {
    return { kind: 'undetermined', rulesVersion: TRIAGE_RULES_VERSION };
  }
  return {
    kind: 'proposed',
    cause: first.cause,
    rule: first.id,
    because: first.because,
    rulesVersion: TRIAGE_RULES_VERSION,
    alsoPossible: Array.from(new Set(others.map(({ cause }) => cause))).filter(
      cause => cause !== first.cause,
    ),
  };
}
