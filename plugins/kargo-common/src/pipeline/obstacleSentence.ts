import { formatDuration } from '@fairway/observation';
import { recordedActorWords } from '../history/actorWords';
import type { Obstacle, ObstacleKind } from './obstacle';

type Teller<K extends ObstacleKind> = (
  obstacle: Extract<Obstacle, { readonly kind: K }>,
  at: Date,
) => string;

const age = (since: string | undefined, at: Date) =>
  since ? formatDuration((at.getTime() - Date.parse(since)) / 1000) : undefined;

const SENTENCES: { readonly [K in ObstacleKind]: Teller<K> } = {
  'not-requested': () => 'the stage takes no freight of this warehouse',
  'not-in-upstream': ({ stage }) => `it has not been in ${stage}`,
  'upstream-unverified': ({ stage, verification }) =>
    verification
      ? `not verified in ${stage}: its verification there is ${verification.toLocaleLowerCase(
          'en-US',
        )}`
      : `not verified in ${stage} yet`,
  superseded: ({ stage, by }) =>
    by
      ? `it left ${stage} before it was verified there, when ${by} came`
      : `it left ${stage} before it was verified there`,
  soaking: ({ stage, leftSeconds, until }) =>
    until
      ? `${formatDuration(leftSeconds)} of soak left in ${stage}`
      : `it left ${stage} ${formatDuration(
          leftSeconds,
        )} before its soak time was over`,
  'queued-behind': ({ promotion, phase }) =>
    `waiting behind promotion ${promotion}, which is ${phase.toLocaleLowerCase(
      'en-US',
    )}`,
  'current-unverified': ({ verification }) =>
    verification
      ? `what is there is being verified (${verification.toLocaleLowerCase(
          'en-US',
        )})`
      : 'what is there has to be verified first',
  held: ({ by, since }, at) =>
    [
      'auto-promotion is on hold',
      by && `by ${recordedActorWords(by)}`,
      since && `for ${age(since, at)}`,
    ]
      .filter(Boolean)
      .join(' '),
  manual: () => 'somebody has to promote it: auto-promotion is off',
  'newer-preferred': ({ freight }) =>
    `auto-promotion takes the newer ${freight}`,
  'last-attempt-failed': ({ phase }) =>
    `its last promotion ${phase.toLocaleLowerCase(
      'en-US',
    )}; Kargo does not repeat it by itself`,
  'waiting-for-review': ({ since }, at) =>
    since
      ? `its pull request waits for review since ${age(since, at)}`
      : 'its pull request waits for review',
  'window-closed': ({ rule, until }, at) =>
    until
      ? `frozen by ${rule} for another ${formatDuration(
          (Date.parse(until) - at.getTime()) / 1000,
        )}`
      : `frozen by ${rule}, without a known end`,
  'approval-missing': ({ missing, from }) =>
    `needs ${missing} ${missing === 1 ? 'approval' : 'approvals'}${
      from.length > 0 ? ` from ${from.join(' or ')}` : ''
    }`,
  'controller-silent': ({ shard, since }, at) =>
    [
      shard ? `the controller of shard ${shard}` : 'the controller',
      since ? `is silent since ${age(since, at)}` : 'has never been heard of',
    ].join(' '),
  'not-permitted': ({ permission }) =>
    `you may not promote it: you lack ${permission}`,
  'not-observed': ({ what }) => `unknown: the ${what} cannot be read`,
};

/**
 * An obstacle in the words of a person, as part of a sentence.
 *
 * @param at - the present; ages count up to it
 *
 * @public
 */
export function obstacleSentence(obstacle: Obstacle, at: Date): string {
  return tell(obstacle.kind, obstacle, at);
}

function tell<K extends ObstacleKind>(
  kind: K,
  obstacle: Obstacle,
  at: Date,
): string {
  const teller: Teller<K> = SENTENCES[kind];
  return isKind(obstacle, kind) ? teller(obstacle, at) : '';
}

function isKind<K extends ObstacleKind>(
  obstacle: Obstacle,
  kind: K,
): obstacle is Extract<Obstacle, { readonly kind: K }> {
  return obstacle.kind === kind;
}
