import {
  addAmounts,
  pieceNameOf,
  readPodShape,
  topologyRequestOf,
  type AcceleratorRegistry,
  type ClusterPod,
  type PodShape,
  type TopologyRequest,
  type WorkloadDemand,
  type WorkloadPiece,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

/** Equal pods of a workload, with those that are there. */
export interface LivePiece {
  readonly piece: WorkloadPiece;
  readonly shape: PodShape;
  readonly topology: TopologyRequest | undefined;
  /** Accelerators that one pod asks for. */
  readonly devices: Readonly<Record<string, number>>;
  /** Pods that have a node. */
  readonly bound: number;
  /** Pods that have been made, with a node or without. */
  readonly made: number;
  /** Accelerators that the bound ones hold: during a rollout they differ from what the template asks for. */
  readonly held: Readonly<Record<string, number>>;
}

/** Kinds whose pods say of which piece they are, also those without accelerators. */
const KINDS_WITH_PIECE_LABELS = [
  'JobSet',
  'LeaderWorkerSet',
  'RayCluster',
  'RayJob',
  'RayService',
];

/**
 * The pieces of a workload, with the pods of them that a cluster has.
 *
 * @throws `ZodError` or `RangeError` where a template is malformed
 */
export function livePieces(
  demand: WorkloadDemand,
  cluster: Pick<ClusterView, 'acceleratorPods' | 'workloads'>,
  registry: AcceleratorRegistry,
): readonly LivePiece[] {
  const pieces = demand.pieces.map(piece => {
    const shape = readPodShape(
      piece.podTemplate.spec,
      cluster.workloads.admission,
    );
    return {
      piece,
      shape,
      topology: topologyRequestOf(piece.podTemplate.annotations),
      devices: registry.counted(shape.requests),
    };
  });
  const pods = new Map(pieces.map(each => [each, [] as ClusterPod[]]));
  for (const pod of cluster.acceleratorPods.ownedBy(demand).values()) {
    const own = pieces.find(
      ({ piece }) => piece.name === pieceNameOf(pod.labels),
    );
    const equal = pieces.find(({ devices }) =>
      areEqual(devices, registry.counted(pod.shape.requests)),
    );
    const found = own ?? equal ?? pieces[0];
    if (found) pods.get(found)?.push(pod);
  }
  return pieces.map(each => {
    const own = pods.get(each) ?? [];
    const isSeen =
      own.length > 0 ||
      KINDS_WITH_PIECE_LABELS.includes(demand.kind) ||
      Object.keys(each.devices).length > 0 ||
      each.shape.claims.length > 0;
    // Pods without accelerators are not looked for everywhere: they are taken to be there as they should.
    const assumed = each.piece.now ?? 0;
    return {
      ...each,
      bound: isSeen
        ? own.filter(({ node }) => node !== undefined).length
        : assumed,
      made: isSeen ? own.length : assumed,
      held: isSeen ? heldBy(own, registry) : {},
    };
  });
}

function heldBy(
  pods: readonly ClusterPod[],
  registry: AcceleratorRegistry,
): Readonly<Record<string, number>> {
  return pods
    .filter(({ node }) => node !== undefined)
    .map(({ shape }) => registry.counted(shape.requests))
    .reduce(addAmounts, {});
}

function areEqual(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every(name => a[name] === b[name]);
}
