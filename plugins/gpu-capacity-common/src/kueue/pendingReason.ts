import type { ClusterQueue } from './clusterQueue';
import type { KueueWorkload } from './kueueWorkload';
import type { LocalQueue } from './localQueue';

/**
 * Why a workload waits, by what would help.
 *
 * @remarks
 * `quota`: wait, borrow or preempt; `never`: more than the queue can ever give; `no-flavor`: no kind of node that the
 * queue offers fits; `topology`: there is quota, but not close enough together; `preempting`: others are being evicted
 * for it; `stopped`: somebody holds the queue; `misconfigured`: somebody has to repair something; `checks`: it has quota
 * and an admission check has not agreed; `pods-ready`: others must start first; `switched-off`: it was deactivated;
 * `backoff`: it was evicted and tries again later; `queued`: it is not its turn yet; `unknown`: Kueue gives no reason.
 *
 * @public
 */
export const PENDING_CAUSES = [
  'quota',
  'never',
  'no-flavor',
  'topology',
  'preempting',
  'stopped',
  'misconfigured',
  'checks',
  'pods-ready',
  'switched-off',
  'backoff',
  'queued',
  'unknown',
] as const;

/** @public */
export type PendingCause = (typeof PENDING_CAUSES)[number];

/**
 * Why a workload waits.
 *
 * @public
 */
export interface PendingReason {
  readonly cause: PendingCause;
  /** For people. */
  readonly sentence: string;
  /** What Kueue says itself, where it says something. */
  readonly message: string | undefined;
}

/**
 * Reasons of the condition `QuotaReserved` since Kueue 0.19.
 *
 * @see kubernetes-sigs/kueue keps/10852, apis/kueue/v1beta2/workload_types.go
 */
const CAUSES_BY_REASON: ReadonlyMap<string, PendingCause> = new Map([
  ['WaitingForQuota', 'quota'],
  ['ExceedsMaxQuota', 'never'],
  ['NoMatchingFlavor', 'no-flavor'],
  ['TopologyPlacementFailed', 'topology'],
  ['WaitingForPreemptedWorkloads', 'preempting'],
  ['Misconfigured', 'misconfigured'],
  ['Suspended', 'stopped'],
  ['PendingEvaluation', 'queued'],
  ['WaitingForPodsReady', 'pods-ready'],
  ['Waiting', 'pods-ready'],
  ['OnHold', 'switched-off'],
  ['AdmissionGated', 'checks'],
]);

/** Messages of Kueue, which older versions give under the reasons `Pending` and `Inadmissible`; the first one counts. */
const CAUSES_BY_MESSAGE: ReadonlyArray<readonly [RegExp, PendingCause]> = [
  [/is (stopped|inactive)/i, 'stopped'],
  [/Queue \S* ?doesn't exist/i, 'misconfigured'],
  [/namespace doesn't match ClusterQueue selector/i, 'misconfigured'],
  [/pending the preemption/i, 'preempting'],
  [/in PodsReady condition/i, 'pods-ready'],
  // One flavor in which it could wait outweighs others in which it never could.
  [/insufficient unused quota/i, 'quota'],
  [/topology/i, 'topology'],
  [/> maximum capacity/i, 'never'],
  [/untolerated taint|doesn't match node affinity/i, 'no-flavor'],
  [/not found|unavailable in ClusterQueue/i, 'misconfigured'],
];

const SENTENCES: Readonly<Record<PendingCause, string>> = {
  quota: 'The quota that it needs is in use.',
  never: 'It asks for more than its queue can ever give.',
  'no-flavor': 'No kind of node that its queue offers suits it.',
  topology: 'There is quota, but not close enough together.',
  preempting: 'Others are being stopped to make room for it.',
  stopped: 'Its queue is stopped.',
  misconfigured: 'Its queue is not set up right.',
  checks: 'It has quota and waits for a check.',
  'pods-ready': 'It waits until the workloads admitted before have started.',
  'switched-off': 'It was switched off.',
  backoff: 'It was evicted and is tried again later.',
  queued: 'It waits for its turn.',
  unknown: 'Kueue does not say why it waits.',
};

/** What is plain whatever Kueue says; the first one counts. */
const RULES: readonly Rule[] = [
  ({ active }) =>
    active
      ? undefined
      : { cause: 'switched-off', sentence: SENTENCES['switched-off'] },
  ({ state, openChecks }) =>
    state === 'quota-reserved'
      ? {
          cause: 'checks',
          sentence:
            openChecks.length === 0
              ? 'It has quota and is not admitted yet.'
              : `It has quota and waits for ${openChecks
                  .map(({ name }) => name)
                  .join(', ')}.`,
        }
      : undefined,
  (_, { localQueue }) =>
    localQueue && localQueue.stopPolicy !== 'none'
      ? {
          cause: 'stopped',
          sentence: `The queue "${localQueue.name}" of its namespace is stopped.`,
        }
      : undefined,
  (_, { clusterQueue }) =>
    clusterQueue && clusterQueue.stopPolicy !== 'none'
      ? {
          cause: 'stopped',
          sentence: `The queue "${clusterQueue.name}" is stopped.`,
        }
      : undefined,
  ({ requeueAt }, _, now) =>
    requeueAt && Date.parse(requeueAt) > now
      ? {
          cause: 'backoff',
          sentence: `It was evicted and is tried again at ${requeueAt}.`,
        }
      : undefined,
];

/**
 * Says why a workload waits.
 *
 * @param workload - one that is not admitted
 * @param queues - its queues, as far as they are observed
 * @param now - in milliseconds since 1970
 *
 * @returns `undefined` where it does not wait
 *
 * @public
 */
export function pendingReason(
  workload: KueueWorkload,
  queues: {
    readonly localQueue?: LocalQueue | undefined;
    readonly clusterQueue?: ClusterQueue | undefined;
  },
  now: number,
): PendingReason | undefined {
  if (workload.state === 'admitted' || workload.state === 'finished') {
    return undefined;
  }
  const condition = workload.conditions.find(
    ({ type, status }) => type === 'QuotaReserved' && status !== 'True',
  );
  const message = condition?.message;
  const byRule = RULES.map(rule => rule(workload, queues, now)).find(Boolean);
  if (byRule) return { ...byRule, message };
  const cause = causeOf(condition?.reason, message);
  return { cause, sentence: sentenceOf(cause, message), message };
}

type Rule = (
  workload: KueueWorkload,
  queues: Parameters<typeof pendingReason>[1],
  now: number,
) => Pick<PendingReason, 'cause' | 'sentence'> | undefined;

function causeOf(
  reason: string | undefined,
  message: string | undefined,
): PendingCause {
  const byReason = CAUSES_BY_REASON.get(reason ?? '');
  if (byReason) return byReason;
  const byMessage = CAUSES_BY_MESSAGE.find(([pattern]) =>
    pattern.test(message ?? ''),
  );
  if (byMessage) return byMessage[1];
  return reason || message ? 'unknown' : 'queued';
}

/** `insufficient unused quota for nvidia.com/gpu in flavor h200, 2 more needed` */
const MORE_NEEDED =
  /insufficient unused quota for (\S+) in flavor ([^\s,]+), (\S+) more needed/g;

/** What is short by flavor, where Kueue says it. */
function sentenceOf(cause: PendingCause, message: string | undefined): string {
  if (cause !== 'quota') return SENTENCES[cause];
  const short = [...(message ?? '').matchAll(MORE_NEEDED)].map(
    ([, resource, flavor, amount]) => `${amount} ${resource} of ${flavor}`,
  );
  return short.length === 0
    ? SENTENCES.quota
    : `It needs ${[...new Set(short)].join(
        ', or ',
      )} more than its queue may use now.`;
}
