import type { Condition } from './conditions';
import { conditionsFrom } from './conditions';
import type { Promotion, Stage } from './kargoSchemas';

interface StageState {
  readonly stage: Stage;
  readonly running: Promotion | undefined;
  readonly last: Promotion | undefined;
  /** Whether the Stage has Freight whose health is known to be good. */
  readonly settled: boolean;
  readonly now: string;
}

type Draft = Parameters<typeof conditionsFrom>[0][number];

function promotingDrafts({ running }: StageState): Draft[] {
  if (!running) {
    return [];
  }
  const active = {
    reason: 'ActivePromotion',
    message: `Currently promoting "${running.metadata.name}"`,
  };
  return [{ type: 'Promoting', status: 'True', ...active }];
}

function healthyDraft({ stage, settled }: StageState): Draft {
  if (stage.status.freightHistory.length === 0) {
    return {
      type: 'Healthy',
      status: 'Unknown',
      reason: 'NoFreight',
      message: 'Stage has no current Freight',
    };
  }
  return settled
    ? {
        type: 'Healthy',
        status: 'True',
        reason: 'Healthy',
        message: 'Stage is healthy',
      }
    : {
        type: 'Healthy',
        status: 'Unknown',
        reason: 'WaitingForHealthCheck',
        message:
          'Waiting for health check to be performed after last Promotion',
      };
}

function verifiedDraft({ stage, settled }: StageState): Draft {
  const collection = stage.status.freightHistory[0];
  const verification = collection?.verificationHistory[0];
  if (!collection) {
    return {
      type: 'Verified',
      status: 'Unknown',
      reason: 'NoFreight',
      message: 'Stage has no current Freight to verify',
    };
  }
  const verified =
    verification?.phase === 'Successful' ||
    (settled && stage.spec.verification === undefined);
  if (verified) {
    return {
      type: 'Verified',
      status: 'True',
      reason: 'Verified',
      message: 'Freight has been verified',
    };
  }
  const phase = verification?.phase ?? 'Pending';
  const about = { type: 'Verified', reason: `Verification${phase}` } as const;
  return phase === 'Failed'
    ? { ...about, status: 'False', message: verification?.message ?? '' }
    : {
        ...about,
        status: 'Unknown',
        message: `Freight verification is ${phase.toLowerCase()}`,
      };
}

function readyDraft(state: StageState, parts: readonly Draft[]): Draft {
  const { running, last } = state;
  if (running) {
    return { ...promotingDrafts(state)[0], type: 'Ready', status: 'False' };
  }
  if (last && last.status.phase !== 'Succeeded') {
    return {
      type: 'Ready',
      status: 'False',
      reason: `LastPromotion${last.status.phase}`,
      message: last.status.message ?? '',
    };
  }
  const blocking = parts.find(part => part.status !== 'True');
  return blocking
    ? { ...blocking, type: 'Ready', status: 'False' }
    : {
        type: 'Ready',
        status: 'True',
        reason: 'Verified',
        message: 'Stage is healthy and verified',
      };
}

/** The conditions of a Stage, from which clients derive its phase. */
export function stageConditions(state: StageState): Condition[] {
  const healthy = healthyDraft(state);
  const verified = verifiedDraft(state);
  return conditionsFrom(
    [
      ...promotingDrafts(state),
      readyDraft(state, [healthy, verified]),
      healthy,
      verified,
    ],
    state.stage.status.conditions,
    state.now,
    state.stage.metadata.generation ?? 1,
  );
}
