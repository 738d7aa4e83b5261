import { isVerificationFinished } from '../../model/verification';
import type { Obstacle, ObstacleKind } from '../../pipeline/obstacle';
import { obstacleSentence } from '../../pipeline/obstacleSentence';
import { availableSince } from './availableSince';
import type { Finding } from './finding';
import { reviewOf } from './review';
import type { Coming, StageSubject } from './StageSubject';

/** What only a person can do something about. */
const HUMAN: readonly ObstacleKind[] = [
  'manual',
  'held',
  'last-attempt-failed',
  'waiting-for-review',
  'approval-missing',
];

const SHOWN_OBSTACLES = 2;

/** Nothing but a person is in the way. */
export function waiting(subject: StageSubject): Finding | undefined {
  const { stage, coming } = subject;
  if (!coming) return undefined;
  const inTheWay = blockers(coming);
  const isHuman = inTheWay.every(({ kind }) => HUMAN.includes(kind));
  if (inTheWay.length === 0 || !isHuman) return undefined;
  return {
    state: 'waiting',
    reason: reasonOf(subject, coming),
    since: reviewOf(coming)?.since ?? availableSince(coming.freight, stage),
  };
}

/** Something goes on, or will by itself. */
export function movement(subject: StageSubject): Finding | undefined {
  const { stage, state, coming } = subject;
  const running = state
    .promotionsOf(stage.name)
    ?.find(({ phase }) => phase === 'Running');
  if (stage.phase === 'promoting' || running) {
    const version = state.freightNamed(running?.freight)?.version;
    return moving(
      `${version ?? 'something'} is being promoted to ${stage.name}`,
      running?.createdAt,
    );
  }
  const latest = stage.history[0]?.verifications[0];
  if (stage.phase === 'verifying') {
    const since =
      latest && !isVerificationFinished(latest.phase)
        ? latest.startedAt
        : undefined;
    const what = stage.freight?.version ?? 'what is there';
    return moving(`${what} is being verified in ${stage.name}`, since);
  }
  if (stage.health === 'Progressing') {
    return moving(`the stage ${stage.name} is rolling out`, undefined);
  }
  return coming && moving(reasonOf(subject, coming), undefined);
}

function moving(reason: string, since: string | undefined): Finding {
  return { state: 'moving', reason, since };
}

/** What has to go before freight gets in: a person may pass by what only stops Kargo. */
function blockers({ progress }: Coming): readonly Obstacle[] {
  return progress.status === 'stopped'
    ? progress.obstacles.filter(({ stops }) => stops === 'promotion')
    : progress.obstacles;
}

function reasonOf({ stage, state }: StageSubject, coming: Coming): string {
  const { title, progress } = coming;
  const { obstacles } = progress;
  const texts = obstacles
    .slice(0, SHOWN_OBSTACLES)
    .map(obstacle => obstacleSentence(obstacle, state.at));
  const more = obstacles.length - texts.length;
  const why = [...texts, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  if (progress.status === 'promoting') {
    return `${title} is being promoted to ${stage.name}: ${why}`;
  }
  if (progress.status === 'stopped') {
    return `${title} is not in ${stage.name} yet: ${why}`;
  }
  return progress.byItself
    ? `${title} goes to ${stage.name} by itself now`
    : `${title} may go to ${stage.name}: ${why}`;
}
