import {
  counted,
  enumerated,
  type PendingPosition,
  type QueueAhead,
} from '@fairway/plugin-gpu-capacity-common';

const MAX_NAMES = 3;

/**
 * Who is tried before a workload, as far as the reader may know.
 *
 * @param mayName - whether the reader may know the name of one that is ahead
 */
export function aheadSentence(
  order: QueueAhead,
  mayName: (position: PendingPosition) => boolean,
): string {
  const { ahead, byPriority, unseen } = order;
  const total = ahead.length + unseen;
  if (total === 0) return 'It is next in its queue.';
  const named = ahead
    .filter(mayName)
    .slice(0, MAX_NAMES)
    .map(({ namespace, name }) => `${namespace}/${name}`);
  const others = total - named.length;
  const who = enumerated([
    ...named,
    ...(others > 0 && named.length > 0
      ? [counted(others, 'other', 'others')]
      : []),
  ]);
  const are = total === 1 ? 'workload is' : 'workloads are';
  const why =
    byPriority > 0 ? ` ${byPriority} of them by a higher priority.` : '';
  return `${total} ${are} ahead of it${who && `: ${who}`}.${why}`;
}
