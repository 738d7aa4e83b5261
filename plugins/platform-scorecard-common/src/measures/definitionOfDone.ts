import type { ProportionEstimate } from '@fairway/statistics';
import type { MeasureDefinition } from './MeasureDefinition';
import { LEAST_PEOPLE } from './privacy';

/** @public */
export const DEFINITION_OF_DONE: MeasureDefinition = {
  id: 'capability.definition-of-done',
  version: 1,
  title: 'Definition of done',
  counted:
    'Trusted: services stay on the path, and few changes go around it. Usable: the first attempt succeeds. Documented: the documentation is named, can be read, and five people read it. Adopted: services are on the path. A share meets its target where its whole interval does.',
  notCounted:
    'What was not measured, which is unknown and neither met nor missed.',
  sources: ['catalog', 'scaffolder', 'delivery', 'bypass', 'activity'],
};

/**
 * When a capability is done: not when it is shipped.
 *
 * @public
 */
export const DONE_CRITERIA = [
  'trusted',
  'usable',
  'documented',
  'adopted',
] as const;

/** @public */
export type DoneCriterion = (typeof DONE_CRITERIA)[number];

/**
 * `unclear`: the interval holds the target, so it may or may not be met. `unknown`: nothing was measured.
 *
 * @public
 */
export type DoneState = 'met' | 'not-met' | 'unclear' | 'unknown';

/**
 * What is known of one capability. What is absent is unknown, and does not count against it.
 *
 * @public
 */
export interface CapabilityFacts {
  /** Services that stayed on its path for 90 days. */
  readonly stickiness?: ProportionEstimate;
  /** Bypasses among all changes. */
  readonly bypassShare?: ProportionEstimate;
  /** Runs of its path that succeeded at the first attempt. */
  readonly firstAttemptSuccess?: ProportionEstimate;
  /** Services on its path, of those that could be. */
  readonly coverage?: ProportionEstimate;
  readonly documentation?: {
    /** The entity names its documentation. */
    readonly referenced: boolean;
    /** Absent where nobody tried to read it. */
    readonly fetched?: boolean;
    /** People who read it in the last 90 days; absent where nobody counts. */
    readonly readers?: number;
  };
}

/**
 * Shares from which on a criterion is met (`bypassShare`: up to which).
 *
 * @public
 */
export interface DoneTargets {
  readonly stickiness: number;
  readonly bypassShare: number;
  readonly firstAttemptSuccess: number;
  readonly coverage: number;
}

/**
 * Where an owner has set no targets.
 *
 * @public
 */
export const DEFAULT_DONE_TARGETS: DoneTargets = {
  stickiness: 0.8,
  bypassShare: 0.1,
  firstAttemptSuccess: 0.8,
  coverage: 0.5,
};

/**
 * A statement that a criterion rests on.
 *
 * @public
 */
export interface DoneEvidence {
  readonly fact:
    | 'stickiness'
    | 'bypass-share'
    | 'first-attempt-success'
    | 'coverage'
    | 'documentation-referenced'
    | 'documentation-fetched'
    | 'documentation-read';
  readonly state: DoneState;
  /** The share that was compared, where it is one. */
  readonly estimate?: ProportionEstimate;
  readonly target?: number;
}

/**
 * One criterion with its evidence.
 *
 * @public
 */
export interface DoneCriterionResult {
  readonly criterion: DoneCriterion;
  /** That of its weakest evidence. */
  readonly state: DoneState;
  readonly evidence: readonly DoneEvidence[];
}

/** Weakest first: what is known to fail decides, then what nobody knows. */
const WEAKEST: readonly DoneState[] = ['not-met', 'unknown', 'unclear', 'met'];

const RULES: Readonly<
  Record<
    DoneCriterion,
    (facts: CapabilityFacts, targets: DoneTargets) => readonly DoneEvidence[]
  >
> = {
  trusted: ({ stickiness, bypassShare }, targets) => [
    atLeast('stickiness', targets.stickiness, stickiness),
    atMost('bypass-share', targets.bypassShare, bypassShare),
  ],
  usable: ({ firstAttemptSuccess }, targets) => [
    atLeast(
      'first-attempt-success',
      targets.firstAttemptSuccess,
      firstAttemptSuccess,
    ),
  ],
  documented: ({ documentation }) => [
    holds('documentation-referenced', documentation?.referenced),
    holds('documentation-fetched', documentation?.fetched),
    holds(
      'documentation-read',
      documentation?.readers === undefined
        ? undefined
        : documentation.readers >= LEAST_PEOPLE,
    ),
  ],
  adopted: ({ coverage }, targets) => [
    atLeast('coverage', targets.coverage, coverage),
  ],
};

/**
 * The four criteria of one capability, each with the evidence it rests on.
 *
 * @public
 */
export function definitionOfDone(
  facts: CapabilityFacts,
  targets: DoneTargets = DEFAULT_DONE_TARGETS,
): DoneCriterionResult[] {
  return DONE_CRITERIA.map(criterion => {
    const evidence = RULES[criterion](facts, targets);
    const state =
      WEAKEST.find(weak => evidence.some(item => item.state === weak)) ??
      'unknown';
    return { criterion, state, evidence };
  });
}

function holds(
  fact: DoneEvidence['fact'],
  value: boolean | undefined,
): DoneEvidence {
  if (value === undefined) {
    return { fact, state: 'unknown' };
  }
  return { fact, state: value ? 'met' : 'not-met' };
}

function atLeast(
  fact: DoneEvidence['fact'],
  target: number,
  estimate: ProportionEstimate | undefined,
): DoneEvidence {
  if (!estimate) {
    return { fact, state: 'unknown', target };
  }
  const { low, high } = estimate;
  const missed = high < target ? 'not-met' : 'unclear';
  return { fact, state: low >= target ? 'met' : missed, estimate, target };
}

function atMost(
  fact: DoneEvidence['fact'],
  target: number,
  estimate: ProportionEstimate | undefined,
): DoneEvidence {
  if (!estimate) {
    return { fact, state: 'unknown', target };
  }
  const { low, high } = estimate;
  const missed = low > target ? 'not-met' : 'unclear';
  return { fact, state: high <= target ? 'met' : missed, estimate, target };
}
