import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  addAmounts,
  enumerated,
  amountText,
  counted,
  type AcceleratorRegistry,
  type DemandView,
  type FitView,
  type KueueWorkload,
  type QuotaGateView,
  type WorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import { gangFit, type GangFit } from './gangFit';
import { livePieces, type LivePiece } from './livePieces';
import { pendingView, type WorkloadNames } from './pendingView';
import { namespaceGate, nameless, queueGate } from './quotaGates';

const NO_QUEUE: QuotaGateView = {
  status: 'none',
  sentence: 'No queue applies.',
};

interface Options {
  readonly demand: WorkloadDemand;
  readonly cluster: ClusterView;
  readonly registry: AcceleratorRegistry;
  readonly names: WorkloadNames;
  readonly mayName: boolean;
  readonly remember: RememberFit;
}

/** Gives what was found a moment ago to the same question, or finds it: all nodes are looked at for that. */
export type RememberFit = (
  question: string,
  find: () => GangFit | undefined,
) => GangFit | undefined;

/** What a workload has, and whether what it lacks would fit. */
export function demandView(options: Options): {
  readonly view: DemandView;
  /** Accelerators that its pods hold, by resource. */
  readonly held: Readonly<Record<string, number>>;
} {
  const { demand, cluster, registry, names, mayName } = options;
  const pieces = livePieces(demand, cluster, registry);
  const waiting = cluster.queues?.pending?.find(({ workload }) =>
    isOf(workload, demand, cluster),
  );
  const view: DemandView = {
    cluster: cluster.name,
    kind: demand.kind,
    ...(mayName && { namespace: demand.namespace, name: demand.name }),
    pieces: pieces.map(({ piece, devices, bound }) => ({
      name: piece.name,
      devices: { ...devices },
      now: piece.now ?? bound,
      min: piece.min ?? 0,
      ...(typeof piece.max === 'number' && { max: piece.max }),
    })),
    waits: waiting && pendingView(waiting, names),
    atMin: fitAt(pieces, ({ min }) => min, options),
    atMax: fitAt(
      pieces,
      ({ max }, { bound }) => (max === 'no ceiling' ? bound + 1 : max),
      options,
    ),
    upgrade: upgradeView(pieces, options),
    findings: demand.findings.map(({ sentence }) => sentence),
  };
  return { view, held: heldOf(pieces) };
}

function heldOf(pieces: readonly LivePiece[]): Record<string, number> {
  return { ...pieces.map(({ held }) => held).reduce(addAmounts, {}) };
}

/** What is missing to a number of pods of each piece; `undefined` where nothing is, or a number is unknown. */
function fitAt(
  pieces: readonly LivePiece[],
  targetOf: (piece: LivePiece['piece'], live: LivePiece) => number | undefined,
  options: Options,
): FitView | undefined {
  const wanted = pieces.map(live => ({
    live,
    target: targetOf(live.piece, live),
  }));
  if (wanted.some(({ target }) => target === undefined)) return undefined;
  const isAdmitted = !!options.cluster.queues?.workloads?.some(
    workload =>
      workload.state !== 'pending' &&
      isOf(workload, options.demand, options.cluster),
  );
  return fitOf(
    wanted.map(({ live, target = 0 }) => ({
      live,
      pods: target - live.bound,
      // Pods that are made count against the quota of the namespace already, admitted ones against that of the queue.
      made: target - live.made,
      admitted:
        target -
        (isAdmitted
          ? Math.max(live.bound, live.piece.now ?? live.bound)
          : live.bound),
    })),
    options,
  );
}

interface Missing {
  readonly live: LivePiece;
  /** Pods that need a node. */
  readonly pods: number;
  /** Pods that are still to be made. */
  readonly made: number;
  /** Pods that are still to be admitted. */
  readonly admitted: number;
}

function fitOf(
  missing: readonly Missing[],
  { demand, cluster, mayName, remember }: Options,
): FitView | undefined {
  const partsOf = (countOf: (one: Missing) => number) =>
    missing.map(one => ({
      name: one.live.piece.name,
      shape: one.live.shape,
      topology: one.live.topology,
      count: Math.max(0, countOf(one)),
    }));
  const { namespace, queueName: name } = demand;
  const quota =
    name === undefined
      ? NO_QUEUE
      : queueGate(
          cluster,
          { namespace, name },
          partsOf(({ admitted }) => admitted),
        );
  const namespaceQuota = namespaceGate(
    cluster,
    namespace,
    partsOf(({ made }) => made),
  );
  const question = {
    namespace,
    parts: partsOf(({ pods }) => pods),
    quota: mayName ? quota : nameless(quota),
    namespaceQuota:
      namespaceQuota && !mayName ? nameless(namespaceQuota) : namespaceQuota,
  };
  const found = remember(JSON.stringify([cluster.name, question]), () =>
    gangFit({ cluster, ...question }),
  );
  return (
    found && { ...found.view, freshness: freshnessOf(cluster.nodes.state) }
  );
}

function upgradeView(
  pieces: readonly LivePiece[],
  options: Options,
): DemandView['upgrade'] {
  const { upgrade } = options.demand;
  if (upgrade.kind === 'none') return undefined;
  if (upgrade.kind === 'in-place') {
    return {
      sentence:
        'An upgrade needs no more: pods make room for their successors.',
    };
  }
  const surge =
    upgrade.kind === 'surge'
      ? pieces.map(live => ({
          live,
          pods: upgrade.pods.some(({ piece }) => piece === live.piece.name)
            ? upgrade.pods.find(({ piece }) => piece === live.piece.name)?.pods
            : 0,
        }))
      : undefined;
  if (!surge || surge.some(({ pods }) => pods === undefined)) {
    return { sentence: 'How much more an upgrade needs cannot be said.' };
  }
  const more = surge.map(({ live, pods = 0 }) => ({
    live,
    pods,
    made: pods,
    admitted: pods,
  }));
  const fit = fitOf(more, options);
  if (!fit) return { sentence: 'An upgrade needs no more.' };
  const needs = `An upgrade needs ${wordsOf(more)} more`;
  return {
    sentence:
      fit.outcome === 'go' ? `${needs} and fits.` : `${needs}. ${fit.sentence}`,
    fit,
  };
}

/** In accelerators, and in pods where these ask for none. */
function wordsOf(missing: readonly Missing[]): string {
  const devices = new Map<string, number>();
  for (const { live, pods } of missing) {
    for (const [resource, count] of Object.entries(live.devices)) {
      devices.set(resource, (devices.get(resource) ?? 0) + count * pods);
    }
  }
  const words = [...devices]
    .filter(([, amount]) => amount > 0)
    .map(([resource, amount]) => amountText(resource, amount));
  return words.length > 0
    ? enumerated(words)
    : counted(
        missing.reduce((sum, { pods }) => sum + pods, 0),
        'pod',
        'pods',
      );
}

/** Whether what waits in a queue is what a workload wants to run. */
export function isOf(
  { namespace, owner }: KueueWorkload,
  demand: WorkloadDemand,
  { workloads }: ClusterView,
): boolean {
  if (!owner || namespace !== demand.namespace) return false;
  if (owner.kind === demand.kind && owner.name === demand.name) return true;
  return workloads.topOf({ namespace, ...owner }) === demand;
}
