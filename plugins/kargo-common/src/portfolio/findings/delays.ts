import { formatDuration } from '@fairway/observation';
import { durationMillis } from '../../controls/duration';
import { isVerificationFinished } from '../../model/verification';
import { availableSince } from './availableSince';
import type { Finding } from './finding';
import { reviewOf } from './review';
import type { StageSubject } from './StageSubject';

const REVIEW_STEP = 'git-wait-for-pr';

/** A promotion runs longer than the class of the stage allows. */
export function longPromotion(subject: StageSubject): Finding | undefined {
  const { stage, state, coming } = subject;
  // Somebody has to review it: it waits, and is not stuck.
  if (coming && reviewOf(coming)) return undefined;
  const since = state
    .promotionsOf(stage.name)
    ?.find(({ phase }) => phase === 'Running')?.createdAt;
  const late = lateness(subject, since);
  if (!late) return undefined;
  const hint = stage.steps.includes(REVIEW_STEP)
    ? '; its pull request may wait for review'
    : '';
  return {
    state: 'stuck',
    reason: `a promotion to ${stage.name} is not done after ${late}${hint}`,
    since,
  };
}

/** A promotion waits in the queue, with nothing before it that explains why. */
export function longQueue(subject: StageSubject): Finding | undefined {
  const { stage, state, coming } = subject;
  const rows = state.promotionsOf(stage.name) ?? [];
  const isExplained =
    rows.some(({ phase }) => phase === 'Running') ||
    coming?.progress.obstacles.some(({ kind }) =>
      ['window-closed', 'current-unverified'].includes(kind),
    );
  if (isExplained) return undefined;
  const since = rows
    .filter(({ phase }) => phase === 'Pending')
    .flatMap(({ createdAt }) => createdAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const late = lateness(subject, since);
  return late
    ? {
        state: 'stuck',
        reason: `a promotion to ${stage.name} has not begun after ${late}`,
        since,
      }
    : undefined;
}

/** What is in the stage is being verified for longer than its class allows. */
export function longVerification(subject: StageSubject): Finding | undefined {
  const { stage } = subject;
  const latest = stage.history[0]?.verifications[0];
  if (!latest || isVerificationFinished(latest.phase)) return undefined;
  const late = lateness(subject, latest.startedAt);
  return late
    ? {
        state: 'stuck',
        reason: `the verification in ${stage.name} is not done after ${late}`,
        since: latest.startedAt,
      }
    : undefined;
}

/** Kargo could promote by itself for long, and does not. */
export function idleFreight(subject: StageSubject): Finding | undefined {
  const { stage, coming } = subject;
  if (coming?.progress.status !== 'ready' || !coming.progress.byItself) {
    return undefined;
  }
  const since = availableSince(coming.freight, stage);
  const late = lateness(subject, since);
  return late
    ? {
        state: 'stuck',
        reason: `${coming.title} should go to ${stage.name} by itself and has not after ${late}`,
        since,
      }
    : undefined;
}

/** "2 h, longer than the 30 min of the class application"; `undefined` where it is not late, or nobody knows. */
function lateness(
  { riskClass, state }: StageSubject,
  since: string | undefined,
): string | undefined {
  if (since === undefined) return undefined;
  const seconds = (state.at.getTime() - Date.parse(since)) / 1000;
  const longest = durationMillis(riskClass.longestDuration) / 1000;
  return seconds > longest
    ? `${formatDuration(seconds)}, longer than the ${formatDuration(
        longest,
      )} of the class ${riskClass.name}`
    : undefined;
}
