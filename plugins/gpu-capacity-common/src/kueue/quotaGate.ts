import type { ClusterQueue } from './clusterQueue';
import {
  WORST_FIRST,
  tryGroup,
  type GroupAttempt,
  type QuotaQueue,
  type QuotaRequest,
  type WantedGroup,
} from './flavorSearch';
import { closedQueue, gateSentence } from './gateSentence';
import type { QuotaStepMode } from './quotaStep';
import { flavorResourceKey } from './resourceGroup';

/**
 * Whether a queue can admit something now.
 *
 * @remarks
 * `within-nominal`: out of its own quota; `borrowing`: with quota of others; `preemption`: if others may be evicted, who
 * is not worked out; `waits`: not before others end; `never`: more than it can ever have, or nothing suits; `closed`: the
 * queue admits nothing at all; `unknown`: something is not observed.
 *
 * @public
 */
export type QuotaGateOutcome = QuotaStepMode | 'closed';

/** @public */
export interface QuotaGate {
  readonly outcome: QuotaGateOutcome;
  /** For people. */
  readonly sentence: string;
  readonly groups: readonly GroupAttempt[];
  /** Resources that the queue has no quota for. */
  readonly undeclared: readonly string[];
}

/**
 * Asks whether a queue would admit some equal pods now, all together. Whether nodes have room is another question.
 *
 * @param count - number of pods
 *
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go
 *
 * @public
 */
export function quotaGate(
  queue: QuotaQueue,
  request: QuotaRequest,
  count: number,
): QuotaGate {
  return quotaGateOfPodSets(queue, [{ name: 'main', request, count }]);
}

/**
 * Asks whether a queue would admit several kinds of pods now, all together, such as the head and workers of a RayCluster.
 *
 * @public
 */
export function quotaGateOfPodSets(
  queue: QuotaQueue,
  podSets: ReadonlyArray<{
    readonly name: string;
    readonly request: QuotaRequest;
    readonly count: number;
  }>,
): QuotaGate {
  const closed = closedQueue(queue);
  if (closed) {
    return { outcome: 'closed', sentence: closed, groups: [], undeclared: [] };
  }
  const assumed = new Map<string, number>();
  const groups: GroupAttempt[] = [];
  const undeclared = new Set<string>();
  for (const { name, request, count } of podSets) {
    const wanted = wantedOf(queue.clusterQueue, request, count);
    for (const resource of wanted.undeclared) undeclared.add(resource);
    for (const group of wanted.groups) {
      const attempt = tryGroup(queue, {
        ...group,
        podSet: name,
        request,
        assumed,
      });
      groups.push(attempt);
      takeFrom(assumed, attempt);
    }
  }
  const modes = groups.map(modeOf);
  const missing = queue.undeclaredResources === 'ignore' ? [] : [...undeclared];
  const outcome =
    missing.length > 0
      ? 'never'
      : WORST_FIRST.find(mode => modes.includes(mode)) ?? 'within-nominal';
  return {
    outcome,
    sentence: gateSentence(queue.clusterQueue, {
      outcome,
      groups,
      undeclared: missing,
    }),
    groups,
    undeclared: [...undeclared],
  };
}

/** Amounts of all pods by resource group; `pods` counts only where the queue has quota for it. */
function wantedOf(
  { resourceGroups }: ClusterQueue,
  { requests }: QuotaRequest,
  count: number,
): {
  readonly groups: readonly WantedGroup[];
  readonly undeclared: readonly string[];
} {
  const amounts: Array<readonly [string, number]> = Object.entries(
    requests,
  ).map(([resource, amount]) => [resource, amount * count]);
  amounts.push(['pods', count]);
  const covered = (resource: string) =>
    resourceGroups.some(({ coveredResources }) =>
      coveredResources.includes(resource),
    );
  return {
    groups: resourceGroups
      .map(group => ({
        group,
        amounts: amounts.filter(([resource]) =>
          group.coveredResources.includes(resource),
        ),
      }))
      .filter(group => group.amounts.length > 0),
    undeclared: amounts
      .filter(
        ([resource, amount]) =>
          resource !== 'pods' && amount > 0 && !covered(resource),
      )
      .map(([resource]) => resource),
  };
}

/** Later pod sets must do with what earlier ones leave. */
function takeFrom(assumed: Map<string, number>, attempt: GroupAttempt): void {
  const taken = attempt.attempts.find(
    ({ flavor }) => flavor === attempt.flavor,
  );
  for (const step of taken?.resources ?? []) {
    const key = flavorResourceKey(step);
    assumed.set(key, (assumed.get(key) ?? 0) + step.requested);
  }
}

function modeOf({ flavor, attempts }: GroupAttempt): QuotaStepMode {
  const taken = attempts.find(attempt => attempt.flavor === flavor);
  if (taken && taken.mode !== 'mismatch') return taken.mode;
  const modes = attempts.map(({ mode }) => mode);
  // Without a flavor to take, the least of the obstacles is what keeps it out.
  return (
    (['unknown', 'waits'] as const).find(mode => modes.includes(mode)) ??
    'never'
  );
}
