import {
  heldOf,
  podKey,
  type ClusterPod,
  type NodeLedger,
  type ResourceLedger,
} from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadEntity } from '../access';
import { finishedKeeper } from '../domain/finishedKeeper';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { IdlePod } from '../services/MeasuredPods';
import type { Holding } from './Holding';

/** Says to which entity of the catalog a pod belongs. */
export type EntityOf = (
  cluster: string,
  pod: ClusterPod,
) => WorkloadEntity | undefined;

/** Below this share of a unit the rest is rounding. */
const ROUNDING = 1e-6;

/** What a part of a holding is, before it is known where. */
interface Part {
  /** Absent where no pod is known that has it. */
  readonly pod: ClusterPod | undefined;
  readonly units: number;
  readonly idleDevices: number;
}

/**
 * What is held in a cluster, by pod. It adds up to what the ledgers have as held and as reserved: what pods ask for
 * beyond that is not there, and what no known pod has belongs to nobody.
 */
export function clusterHoldings(
  cluster: Pick<ClusterBasics, 'name' | 'ledgers' | 'state' | 'workloads'>,
  options: { readonly entityOf: EntityOf; readonly idle: readonly IdlePod[] },
): Holding[] {
  const idle = new Map(
    options.idle.map(({ pod, idleDevices }) => [podKey(pod), idleDevices]),
  );
  return [...cluster.ledgers.values()].flatMap(ledger =>
    ledger.resources.flatMap(resource =>
      partsOf(cluster, ledger, { resource, idle }).map(
        ({ pod, units, idleDevices }): Holding => ({
          cluster: cluster.name,
          node: ledger.node,
          product: ledger.product,
          kind: resource.kind,
          units,
          deviceShare: resource.devicesPerUnit,
          idleDevices,
          waste: pod?.waste,
          // A pod for which room is made only holds nothing yet.
          keptBy: pod?.node && finishedKeeper(pod, cluster.workloads)?.kind,
          entity: pod && options.entityOf(cluster.name, pod),
        }),
      ),
    ),
  );
}

function partsOf(
  { state }: Pick<ClusterBasics, 'state'>,
  { node }: NodeLedger,
  options: {
    readonly resource: ResourceLedger;
    readonly idle: Map<string, number>;
  },
): readonly Part[] {
  const { units, claims } = options.resource;
  const parts = claims
    ? claimedParts(claims, state.pods)
    : requestedParts(state.node(node), options);
  const rest =
    heldOf(units) +
    units.reserved -
    parts.reduce((sum, part) => sum + part.units, 0);
  return rest > ROUNDING
    ? [...parts, { pod: undefined, units: rest, idleDevices: 0 }]
    : parts;
}

/** Pods that share a claim have equal parts of it. */
function claimedParts(
  claims: NonNullable<ResourceLedger['claims']>,
  pods: ReadonlyMap<string, ClusterPod>,
): readonly Part[] {
  return claims.flatMap(({ holder, use, units }) =>
    holder.consumers.flatMap(({ resource, name }): Part[] => {
      const pod =
        resource === 'pods'
          ? pods.get(podKey({ namespace: holder.namespace, name }))
          : undefined;
      const own = units / holder.consumers.length;
      return pod
        ? [{ pod, units: own, idleDevices: use === 'idle' ? own : 0 }]
        : [];
    }),
  );
}

/** In the order in which the ledger puts them into classes. */
function requestedParts(
  node: ReturnType<ClusterBasics['state']['node']>,
  options: {
    readonly resource: ResourceLedger;
    /** Changed: what is idle of one resource is not idle of the next one too. */
    readonly idle: Map<string, number>;
  },
): readonly Part[] {
  const { resource, idle } = options;
  const parts: Part[] = [];
  let left = heldOf(resource.units) + resource.units.reserved;
  for (const pod of [
    ...(node?.pods.values() ?? []),
    // The scheduler makes room for them: the ledger has them as reserved.
    ...(node?.nominated.values() ?? []),
  ]) {
    const asked = pod.claimedResources.includes(resource.resource)
      ? 0
      : pod.shape.requests[resource.resource] ?? 0;
    const units = Math.min(asked, left);
    if (units <= 0) continue;
    left -= units;
    const idleLeft = idle.get(podKey(pod)) ?? 0;
    const idleDevices = Math.min(
      units * (resource.devicesPerUnit ?? 0),
      idleLeft,
    );
    idle.set(podKey(pod), idleLeft - idleDevices);
    parts.push({ pod, units, idleDevices });
  }
  return parts;
}
