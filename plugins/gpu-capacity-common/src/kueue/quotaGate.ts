import type { ResourceAmounts } from '../model';
import type { ClusterQueue } from './clusterQueue';
import { flavorMismatch, type FlavorWishes } from './flavorMatch';
import { isBetter, stopsSearch, type FlavorRank } from './flavorRank';
import type { LocalQueue } from './localQueue';
import {
  resourceQuotaStep,
  type QuotaStep,
  type QuotaStepMode,
} from './quotaStep';
import type { QuotaTree } from './QuotaTree';
import type { ResourceFlavor } from './resourceFlavor';
import { flavorResourceKey, type ResourceGroup } from './resourceGroup';
import { closedQueue, gateSentence } from './gateSentence';
import type { KueueTopology } from './topology';

/**
 * A queue and what is known around it.
 *
 * @public
 */
export interface QuotaQueue {
  readonly clusterQueue: ClusterQueue;
  readonly localQueue?: LocalQueue | undefined;
  readonly tree: QuotaTree;
  /** `undefined`: not observed. */
  readonly flavors: readonly ResourceFlavor[] | undefined;
  /** `undefined`: not observed, levels are not compared. */
  readonly topologies?: readonly KueueTopology[] | undefined;
  /** What Kueue is configured to do with resources that the queue has no quota for; its default is `block`. */
  readonly undeclaredResources?: 'block' | 'ignore';
  /** Whether Kueue is configured to share fairly; its default is `false`. */
  readonly fairSharing?: boolean;
}

/**
 * Equal pods that want to be admitted. A `PodShape` is what they ask for each.
 *
 * @public
 */
export interface QuotaRequest extends FlavorWishes {
  readonly requests: ResourceAmounts;
}

/**
 * What became of the attempt with a flavor.
 *
 * @public
 */
export interface FlavorAttempt {
  readonly flavor: string;
  /** `mismatch`: it does not suit the pods. */
  readonly mode: QuotaStepMode | 'mismatch';
  readonly resources: readonly QuotaStep[];
  readonly reason: string | undefined;
}

/**
 * Resources that get one flavor together.
 *
 * @public
 */
export interface GroupAttempt {
  readonly podSet: string;
  readonly resources: readonly string[];
  /** Flavor that Kueue would take; absent where it takes none. */
  readonly flavor: string | undefined;
  /** In the order in which Kueue tries them, as far as it goes. */
  readonly attempts: readonly FlavorAttempt[];
}

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

const WORST_FIRST: readonly QuotaStepMode[] = [
  'never',
  'unknown',
  'waits',
  'preemption',
  'borrowing',
  'within-nominal',
];

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

interface WantedGroup {
  readonly group: ResourceGroup;
  readonly amounts: ReadonlyArray<readonly [string, number]>;
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

function tryGroup(
  queue: QuotaQueue,
  wanted: WantedGroup & {
    readonly podSet: string;
    readonly request: QuotaRequest;
    readonly assumed: ReadonlyMap<string, number>;
  },
): GroupAttempt {
  const { fungibility } = queue.clusterQueue;
  const attempts: FlavorAttempt[] = [];
  let best: { readonly flavor: string; readonly rank: FlavorRank } | undefined;
  for (const flavor of wanted.group.flavors) {
    const attempt = tryFlavor(queue, flavor, wanted);
    attempts.push(attempt);
    if (attempt.mode === 'mismatch') continue;
    const rank = {
      mode: attempt.mode,
      height: Math.max(...attempt.resources.map(({ height }) => height ?? 0)),
    };
    if (isBetter(rank, best?.rank, fungibility)) best = { flavor, rank };
    if (stopsSearch(rank, fungibility)) break;
  }
  return {
    podSet: wanted.podSet,
    resources: wanted.amounts.map(([resource]) => resource),
    flavor: best?.flavor,
    attempts,
  };
}

function tryFlavor(
  queue: QuotaQueue,
  name: string,
  wanted: Parameters<typeof tryGroup>[1],
): FlavorAttempt {
  const flavor = queue.flavors?.find(candidate => candidate.name === name);
  if (!queue.flavors) {
    return {
      flavor: name,
      mode: 'unknown',
      resources: [],
      reason: 'The flavors are not observed.',
    };
  }
  const mismatch = flavor
    ? flavorMismatch(flavor, wanted.request, {
        topologies: queue.topologies,
        topologyOnly: isTopologyOnly(queue),
      })
    : `The flavor "${name}" does not exist.`;
  if (mismatch) {
    return { flavor: name, mode: 'mismatch', resources: [], reason: mismatch };
  }
  const resources = wanted.amounts.map(([resource, amount]) =>
    resourceQuotaStep(queue, {
      flavor: name,
      resource,
      amount,
      assumed:
        wanted.assumed.get(flavorResourceKey({ flavor: name, resource })) ?? 0,
    }),
  );
  const mode =
    WORST_FIRST.find(worst => resources.some(step => step.mode === worst)) ??
    'within-nominal';
  return {
    flavor: name,
    mode,
    resources,
    reason: resources.find(step => step.mode === mode)?.reason,
  };
}

function isTopologyOnly({ clusterQueue, flavors }: QuotaQueue): boolean {
  return clusterQueue.resourceGroups.every(group =>
    group.flavors.every(
      name => flavors?.find(flavor => flavor.name === name)?.topology,
    ),
  );
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
