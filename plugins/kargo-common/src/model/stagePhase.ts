import type { Condition } from './objectMeta';

/**
 * What a stage is doing.
 *
 * @public
 */
export const STAGE_PHASES = [
  'no-freight',
  'promoting',
  'verifying',
  'failed',
  'steady',
  'unknown',
] as const;

/** @public */
export type StagePhase = (typeof STAGE_PHASES)[number];

interface PhaseRule {
  readonly phase: StagePhase;
  applies(condition: (type: string) => Condition | undefined): boolean;
}

/**
 * Stages have had no `status.phase` since Kargo 1.6: the phase is derived from conditions, the first rule that applies.
 *
 * @see akuity/kargo pkg/controller/stages/regular_stages.go, which sets these types and reasons
 */
const RULES: readonly PhaseRule[] = [
  {
    phase: 'promoting',
    applies: condition => condition('Promoting')?.status === 'True',
  },
  {
    phase: 'failed',
    applies: condition =>
      /^LastPromotion(Failed|Errored|Aborted)$/.test(
        condition('Ready')?.reason ?? '',
      ) ||
      /^Verification(Failed|Error|Aborted|Inconclusive)$/.test(
        condition('Verified')?.reason ?? '',
      ),
  },
  {
    phase: 'no-freight',
    applies: condition =>
      ['Ready', 'Healthy', 'Verified'].some(
        type => condition(type)?.reason === 'NoFreight',
      ),
  },
  {
    phase: 'verifying',
    applies: condition =>
      /^(VerificationPending|VerificationRunning|PendingVerification|WaitingForVerification)$/.test(
        condition('Verified')?.reason ?? condition('Ready')?.reason ?? '',
      ),
  },
  {
    phase: 'steady',
    applies: condition => condition('Ready')?.status === 'True',
  },
];

/** Phase of a stage from its conditions; `unknown` where they say nothing that is known. */
export function stagePhase(conditions: readonly Condition[]): StagePhase {
  const condition = (type: string) =>
    conditions.find(candidate => candidate.type === type);
  return RULES.find(rule => rule.applies(condition))?.phase ?? 'unknown';
}
