import type { Observed } from '../preflight';
import type { RollbackExpectation } from '../riskClass';
import { rollbackCandidate } from './rollbackCandidate';

/**
 * One freight of a stage; `origin` is its warehouse.
 *
 * @public
 */
export interface StageFreight {
  readonly origin: string;
  readonly freight: string;
  readonly version: string | undefined;
}

/**
 * What a stage had at one time, by an entry of `status.freightHistory`.
 *
 * @public
 */
export interface PastFreight {
  readonly items: readonly StageFreight[];
  /** Phase of its latest verification in the stage; absent where there was none. */
  readonly verificationPhase: string | undefined;
}

/**
 * Freight that Kargo still has.
 *
 * @public
 */
export interface ExistingFreight {
  readonly name: string;
  /** Whether Kargo would take it in the stage. */
  readonly available: boolean;
  /** Whether it was verified in the stage, by `status.verifiedIn`. */
  readonly verifiedInStage: boolean;
  /** What promoting it did that cannot be undone, in words. */
  readonly irreversible: readonly string[];
}

/**
 * What to go back to; nothing is done by it.
 *
 * @public
 */
export type RollbackAdvice =
  | {
      readonly status: 'suggested';
      /** Freight to promote, one after the other: Kargo promotes one origin at a time. */
      readonly promote: readonly StageFreight[];
      /** Freight that would be undone beside the current one, newest first. */
      readonly alsoUndone: readonly StageFreight[];
      /** What stays as it is, in words; to be looked at before going back. */
      readonly irreversible: readonly string[];
      readonly message: string;
    }
  | {
      readonly status: 'none';
      readonly message: string;
      /** What was looked at, newest first, and why it is not it. */
      readonly considered: ReadonlyArray<{
        readonly freight: readonly StageFreight[];
        readonly reason: string;
      }>;
    };

/**
 * What is asked about going back.
 *
 * @public
 */
export interface RollbackQuestion {
  /** Newest first; the first is what the stage has now. */
  readonly history: Observed<readonly PastFreight[]>;
  readonly existing: Observed<readonly ExistingFreight[]>;
  readonly expectation: RollbackExpectation;
  /** Name of a promotion of the stage that is not finished. */
  readonly unfinished: string | undefined;
  /** Whether the stage has what it has by going back. */
  readonly wentBack: boolean;
}

/**
 * Where a stage could go back to: what it had last that was verified, still exists and is available. It keeps to the
 * rules by which Kargo Enterprise goes back by itself: only from a settled state, never from a rollback, one origin at a
 * time.
 *
 * @see akuity/kargo api/v1alpha1/project_config_types.go, AutoRollbackConfig
 *
 * @public
 */
export function rollbackAdvice(question: RollbackQuestion): RollbackAdvice {
  const { history, existing, expectation, unfinished, wentBack } = question;
  const none = (message: string): RollbackAdvice => ({
    status: 'none',
    message,
    considered: [],
  });
  if (expectation.expectation !== 're-promote') {
    return none(elsewhere(expectation));
  }
  if (history.status === 'unknown') {
    return none(`What the stage had before is unknown: ${history.reason}.`);
  }
  if (existing.status === 'unknown') {
    return none(`Which freight still exists is unknown: ${existing.reason}.`);
  }
  const [current, ...past] = history.value;
  if (!current) return none('The stage has had no freight.');
  if (unfinished) {
    return none(
      `The promotion ${unfinished} is not finished; see first where it ends.`,
    );
  }
  if (wentBack) {
    return none(
      'The stage went back already; going back further needs somebody who looks at why.',
    );
  }
  return rollbackCandidate({ current, past, existing: existing.value });
}

function elsewhere(
  expectation: Exclude<RollbackExpectation, { expectation: 're-promote' }>,
): string {
  const link = expectation.link ? ` See ${expectation.link}.` : '';
  if (expectation.expectation === 'forward-fix') {
    return `Changes of this risk class are mended forward, not taken back.${link}`;
  }
  const point = expectation.pointOfNoReturn
    ? ` There is no way back after: ${expectation.pointOfNoReturn}.`
    : '';
  return `Changes of this risk class are taken back by their runbook.${point}${link}`;
}
