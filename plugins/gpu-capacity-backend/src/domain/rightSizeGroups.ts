import {
  devicesPerUnit,
  pieceNameOf,
  podKey,
  workloadOf,
  type AcceleratorRegistry,
  type ClusterNode,
  type ClusterPod,
  type PodActivity,
} from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadState } from '../observed';
import type { ClusterView } from '../services/ClusterCapacity';
import { groupedBy } from './groupedBy';

/** A pod that holds whole devices or shares of them. */
export interface HoldingUnits {
  readonly pod: ClusterPod;
  readonly units: number;
  /** What its devices do now. */
  readonly devices: PodActivity['devices'];
}

/** Equal pods of a workload, with one product in one cluster: one hint is for all of them. */
export interface RightSizeGroup {
  readonly cluster: string;
  readonly product: string | undefined;
  /** What makes the pods; absent for a pod that nobody controls. */
  readonly workload:
    | {
        readonly kind: string;
        readonly namespace: string;
        readonly name: string;
      }
    | undefined;
  readonly piece: string | undefined;
  readonly shared: boolean;
  readonly pods: readonly [HoldingUnits, ...HoldingUnits[]];
}

interface Cluster extends Pick<ClusterView, 'name' | 'state' | 'activity'> {
  readonly workloads: Pick<WorkloadState, 'topOf'>;
}

/**
 * What hints can be given for. Parts of cards are what a hint is at, and devices by claims cannot be told from the requests
 * of a pod: both are left out, as is everything where no metrics are read.
 */
export function rightSizeGroups(
  cluster: Cluster,
  pods: readonly ClusterPod[],
  registry: AcceleratorRegistry,
): readonly RightSizeGroup[] {
  const { activity } = cluster;
  if (!activity || activity.freshness.status === 'unobserved') return [];
  const devices = new Map(
    activity.activity.pods.map(pod => [podKey(pod), pod.devices]),
  );
  const holding = pods.flatMap(pod => {
    const node = cluster.state.node(pod.node ?? '')?.node;
    const held = node && heldBy(pod, node, registry);
    return held
      ? [
          {
            pod,
            ...held,
            devices: devices.get(podKey(pod)) ?? [],
            product: node.product,
            workload: workloadFor(pod, cluster),
            piece: pieceNameOf(pod.labels),
          },
        ]
      : [];
  });
  const groups = groupedBy(
    holding,
    ({ pod, product, workload, piece, shared, resource }) =>
      JSON.stringify([product, workload ?? pod.uid, piece, shared, resource]),
  );
  return [...groups.values()].map(own => {
    const [{ product, workload, piece, shared }] = own;
    return {
      cluster: cluster.name,
      product,
      workload,
      piece,
      shared,
      pods: own,
    };
  });
}

/** What is being deleted is not what a hint is for. */
const HOLDING = ['held', 'starting'];
const HINTED = ['device', 'shared'];
const MIG_PRODUCT = /-MIG-\d+g\./;

function isSplit({ labels }: ClusterNode): boolean {
  return (
    MIG_PRODUCT.test(labels['nvidia.com/gpu.product'] ?? '') ||
    labels['cloud.google.com/gke-gpu-partition-size'] !== undefined
  );
}

function heldBy(
  pod: ClusterPod,
  node: ClusterNode,
  registry: AcceleratorRegistry,
):
  | {
      readonly resource: string;
      readonly units: number;
      readonly shared: boolean;
    }
  | undefined {
  if (!HOLDING.includes(pod.holding)) return undefined;
  const [only, second] = Object.entries(
    registry.counted(pod.shape.requests),
  ).filter(([, amount]) => amount > 0);
  // Which figures are of which resource nothing says.
  if (!only || second || Object.keys(pod.claimNames).length > 0) {
    return undefined;
  }
  const [resource, units] = only;
  const kind = registry.kindOf(resource) ?? '';
  if (!HINTED.includes(kind)) return undefined;
  // Parts of cards that are all split alike have the name of whole devices, and shares of devices can have it.
  if (isSplit(node)) return undefined;
  const isWhole =
    kind === 'device' && devicesPerUnit(resource, node, registry) === 1;
  return { resource, units, shared: !isWhole };
}

function workloadFor(
  pod: ClusterPod,
  { workloads }: Cluster,
): RightSizeGroup['workload'] {
  const named = workloadOf(pod);
  const found = named && (workloads.topOf(named) ?? named);
  return (
    found && {
      kind: found.kind,
      namespace: found.namespace,
      name: found.name,
    }
  );
}
