import { quotaAmountText } from './quotaAmountText';
import type { ClusterQueue } from './clusterQueue';
import type { FlavorAttempt, QuotaQueue } from './flavorSearch';
import type { QuotaGate } from './quotaGate';

/**
 * Why a queue admits nothing at all, in a sentence.
 *
 * @returns `undefined` where it is open
 *
 * @public
 */
export function closedQueue(
  queue: Pick<QuotaQueue, 'clusterQueue' | 'localQueue'>,
): string | undefined {
  const { clusterQueue, localQueue } = queue;
  if (localQueue && localQueue.stopPolicy !== 'none') {
    return `The queue "${localQueue.name}" of the namespace "${localQueue.namespace}" is stopped.`;
  }
  if (clusterQueue.stopPolicy !== 'none') {
    return `The queue "${clusterQueue.name}" is stopped.`;
  }
  if (clusterQueue.active?.status === 'False') {
    return `The queue "${clusterQueue.name}" is not active: ${
      clusterQueue.active.message ??
      clusterQueue.active.reason ??
      'Kueue gives no reason.'
    }`;
  }
  return clusterQueue.namespaces === 'none'
    ? `The queue "${clusterQueue.name}" takes workloads from no namespace.`
    : undefined;
}

/** The answer in a sentence. */
export function gateSentence(
  { name }: ClusterQueue,
  gate: Omit<QuotaGate, 'sentence'>,
): string {
  if (gate.undeclared.length > 0) {
    return `The queue "${name}" has no quota for ${gate.undeclared.join(
      ', ',
    )}.`;
  }
  const taken = gate.groups.flatMap(({ flavor, attempts }) =>
    attempts.filter(attempt => attempt.flavor === flavor),
  );
  switch (gate.outcome) {
    case 'within-nominal':
      return `The queue "${name}" can admit it out of its own quota${flavorsText(
        taken,
      )}.`;
    case 'borrowing':
      return `The queue "${name}" can admit it${flavorsText(
        taken,
      )}, borrowing ${borrowedText(taken)}.`;
    case 'preemption':
      return `The queue "${name}" can admit it${flavorsText(
        taken,
      )} only if others can be evicted. ${reasonText(gate)}`;
    case 'waits':
      return `The queue "${name}" cannot admit it before others end. ${reasonText(
        gate,
      )}`;
    case 'never':
      return `The queue "${name}" can never admit it. ${reasonText(gate)}`;
    default:
      return `Whether the queue "${name}" can admit it is unknown. ${reasonText(
        gate,
      )}`;
  }
}

function flavorsText(taken: readonly FlavorAttempt[]): string {
  const flavors = [...new Set(taken.map(({ flavor }) => flavor))];
  return flavors.length === 0 ? '' : ` on ${flavors.join(' and ')}`;
}

function borrowedText(taken: readonly FlavorAttempt[]): string {
  // A later pod set's figure holds what earlier ones borrow of the same.
  const borrowed = new Map<string, string>();
  for (const { resources } of taken) {
    for (const { flavor, resource, borrows } of resources) {
      if (borrows) {
        borrowed.set(
          `${flavor}\0${resource}`,
          `${quotaAmountText(resource, borrows)} ${resource}`,
        );
      }
    }
  }
  return [...borrowed.values()].join(' and ');
}

/** What keeps the first group out that is kept out. */
function reasonText({ groups, outcome }: Omit<QuotaGate, 'sentence'>): string {
  const reasons = groups
    .flatMap(({ attempts }) => attempts)
    .filter(
      ({ mode }) =>
        mode === outcome || (outcome === 'never' && mode === 'mismatch'),
    )
    .flatMap(({ reason }) => reason ?? []);
  return [...new Set(reasons)].slice(0, 2).join(' ');
}
