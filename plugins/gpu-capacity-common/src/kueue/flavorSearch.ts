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

/** Amounts of all pods of a pod set in a resource group. */
export interface WantedGroup {
  readonly group: ResourceGroup;
  readonly amounts: ReadonlyArray<readonly [string, number]>;
}

/** Of several outcomes the first one of these counts. */
export const WORST_FIRST: readonly QuotaStepMode[] = [
  'never',
  'unknown',
  'waits',
  'preemption',
  'borrowing',
  'within-nominal',
];

/**
 * Tries the flavors of a resource group in Kueue's order.
 *
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go, findFlavorForPodSets
 */
export function tryGroup(
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
        quotaOnly: wanted.amounts.every(([resource]) => resource === 'pods'),
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
