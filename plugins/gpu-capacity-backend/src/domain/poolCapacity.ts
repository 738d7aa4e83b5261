import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  fragmentation,
  freeOf,
  ledgerView,
  matchesLabels,
  podKey,
  poolHeadline,
  poolLedger,
  poolTolerations,
  presetSlots,
  readLedgerView,
  shapeOfRequests,
  type AcceleratorGroup,
  type AcceleratorRegistry,
  type ClusterPod,
  type LabelRequirement,
  type MoveAdvice,
  type NodeLedger,
  type NodeState,
  type NodeView,
  type PodShape,
  type PoolCapacity,
  type ResourceLedger,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import { blackHoleHealth } from './blackHoleHealth';
import { claimHealth } from './claimHealth';
import { nodeHealth } from './health';
import { moveView, type NamePods } from './moveView';
import { partsOf } from './parts';
import type { WorkloadNames } from './pendingView';
import { queuesView } from './queuesView';
import { xidHealth } from './xidHealth';
import { unusedReservations, withQuotaReservations } from './quotaReservations';

/** What the view of a pool is made of. */
export interface PoolCapacityOptions {
  readonly cluster: ClusterView;
  readonly nodeSelector: readonly LabelRequirement[];
  readonly registry: AcceleratorRegistry;
  readonly nameOf: NamePods;
  readonly workloadNames: WorkloadNames;
  /** Whether the reader may know the names of all pods and workloads. */
  readonly mayNameAll: boolean;
  /** Gives what was found a moment ago, or finds it. */
  readonly remember: (
    question: string,
    find: () => number | undefined,
  ) => number | undefined;
  readonly adviseMoves: (
    shape: PodShape,
    among: readonly NodeState[],
  ) => MoveAdvice;
}

/** The view of the nodes of a cluster that a selector names. */
export function poolCapacity(options: PoolCapacityOptions): PoolCapacity {
  const { cluster, nodeSelector, registry } = options;
  const { name, title, ledgers, demand } = cluster;
  const members = new Map<string, Member>();
  for (const [node, ledger] of ledgers) {
    const state = cluster.state.node(node);
    if (state && matchesLabels(nodeSelector, state.node.labels)) {
      members.set(node, { node: state.node, state, ledger });
    }
  }
  const names = new Set(members.keys());
  const held = poolLedger([...members.values()].map(({ ledger }) => ledger));
  const pool = withQuotaReservations(held, {
    reservations: unusedReservations(
      cluster.queues?.workloads ?? [],
      cluster.acceleratorPods,
    ),
    flavorNodes: cluster.flavorHardware.nodes,
    members: names,
  });
  const states = [...members.values()].map(({ state }) => state);
  const rateOf =
    ({ product, resource, kind }: AcceleratorGroup) =>
    (own: readonly NodeState[]) =>
      options.remember(
        JSON.stringify([name, nodeSelector, product, resource, kind]),
        () => fragmentation(own, resource, demand).rate,
      );
  const groups = pool.groups.map(group =>
    held.groups.includes(group)
      ? groupView(group, members.values(), rateOf(group))
      : spokenFor(groupView(group, members.values(), rateOf(group))),
  );
  const view: Omit<PoolCapacity, 'headline'> = {
    scope: 'pool',
    cluster: { name, title },
    nodes: {
      freshness: freshnessOf(cluster.nodes.state),
      malformed: [...cluster.nodes.malformed],
      items: [...members.values()]
        .map(nodeView)
        .sort((a, b) => a.name.localeCompare(b.name)),
    },
    pods: {
      freshness: freshnessOf(cluster.pods.state),
      malformed: [...cluster.pods.malformed],
      ...countPods(cluster, members, registry),
    },
    parts: [...partsOf(cluster)],
    devices: ledgerView(pool.devices),
    uncounted: [...pool.uncounted],
    groups,
    health: [
      ...nodeHealth(members.values(), [
        ...claimHealth(
          cluster.claims,
          states.map(({ node }) => node),
        ),
        ...blackHoleHealth(cluster.blackHoles, node => members.has(node)),
        ...xidHealth(cluster.activity?.errors ?? [], {
          state: cluster.state,
          isMember: node => members.has(node),
          isWhole: nodeSelector.length === 0,
        }),
      ]),
    ],
    measured: measuredOf(cluster, members),
    moves: movesFor(groups, states, options),
    queues: queuesView({
      ...options,
      members: names,
      isWhole: nodeSelector.length === 0,
      names: options.workloadNames,
    }),
  };
  return { ...view, headline: poolHeadline(view) };
}

interface Member {
  readonly node: NodeState['node'];
  readonly state: NodeState;
  readonly ledger: NodeLedger;
}

/** How many of the devices that pods hold here report what they do. */
function measuredOf(
  { activity }: ClusterView,
  members: ReadonlyMap<string, Member>,
): PoolCapacity['measured'] {
  if (!activity || activity.freshness.status === 'unobserved') return undefined;
  const names = new Set<string>();
  for (const { state } of members.values()) {
    for (const pod of state.pods.values()) names.add(podKey(pod));
  }
  const devices = activity.activity.pods
    .filter(pod => names.has(podKey(pod)))
    .flatMap(pod => pod.devices);
  return {
    held: devices.length,
    reporting: devices.filter(({ state }) => state !== 'no-metric').length,
    notes: [...activity.notes],
    sources: sourceWords(activity.sources),
  };
}

/** Each exporter once, with all that it was asked for. */
function sourceWords(
  sources: NonNullable<ClusterView['activity']>['sources'],
): string[] {
  const metrics = new Map<string, Set<string>>();
  for (const { title, metric } of sources) {
    metrics.set(title, (metrics.get(title) ?? new Set()).add(metric));
  }
  return [...metrics].map(
    ([title, names]) => `${title} (${[...names].join(', ')})`,
  );
}

function groupView(
  group: AcceleratorGroup,
  members: Iterable<Member>,
  rateOf: (nodes: readonly NodeState[]) => number | undefined,
): PoolCapacity['groups'][number] {
  const { product, resource, kind, nodes, owned, units, devices } = group;
  const own = [...members].flatMap(({ state, ledger }) => {
    const found = ledger.resources.find(
      row => row.resource === resource && row.kind === kind,
    );
    return found && ledger.product === product
      ? [
          {
            state,
            owned: found.owned,
            free: freeOf(found.units),
            shareOfNode: shareOfNode(found, ledger),
          },
        ]
      : [];
  });
  return {
    product,
    resource,
    kind,
    nodes,
    owned,
    units: ledgerView(units),
    devices,
    largestFree: group.largestFree,
    slots: [...presetSlots(own)],
    fragmentation: rateOf(own.map(({ state }) => state)),
  };
}

/** A partition comes with the share of the node that it is of all its devices. */
function shareOfNode(
  { devicesPerUnit = 1 }: ResourceLedger,
  { resources, unpartitioned }: NodeLedger,
): number {
  const devices = resources.reduce(
    (sum, { owned, devicesPerUnit: share = 1 }) => sum + owned * share,
    unpartitioned,
  );
  return devices > 0 ? devicesPerUnit / devices : 1;
}

/** What is spoken for has no place yet, so that no more is to be had than what it leaves. */
function spokenFor(
  group: PoolCapacity['groups'][number],
): PoolCapacity['groups'][number] {
  const free = freeOf(readLedgerView(group.units));
  return {
    ...group,
    largestFree: Math.min(group.largestFree, free),
    slots: group.slots.map(preset => {
      const slots = Math.min(preset.slots, Math.floor(free / preset.devices));
      return { ...preset, slots, nodes: Math.min(preset.nodes, slots) };
    }),
  };
}

function nodeView({ node, ledger }: Member): NodeView {
  return {
    name: node.name,
    state: node.state,
    product: node.product,
    resources: ledger.resources.map(
      ({ resource, kind, owned, units, overheld }) => ({
        resource,
        kind,
        owned,
        units: ledgerView(units),
        ...(overheld > 0 && { overheld }),
      }),
    ),
  };
}

function countPods(
  { state }: ClusterView,
  members: ReadonlyMap<string, Member>,
  registry: AcceleratorRegistry,
) {
  const asks = (pod: ClusterPod) =>
    Object.keys(pod.shape.requests).some(resource =>
      registry.isCounted(resource),
    );
  const unbound = [...state.unbound.values()].filter(asks);
  let wasting = 0;
  for (const { state: node } of members.values()) {
    for (const pod of node.pods.values()) {
      if (pod.waste !== undefined && asks(pod)) wasting += 1;
    }
  }
  return {
    waiting: unbound.filter(({ holding }) => holding !== 'gated').length,
    gated: unbound.filter(({ holding }) => holding === 'gated').length,
    wasting,
  };
}

/** The largest preset of the first group of devices for which enough is free in all and nowhere together. */
function movesFor(
  groups: PoolCapacity['groups'],
  states: readonly NodeState[],
  { adviseMoves, nameOf }: PoolCapacityOptions,
): PoolCapacity['moves'] {
  for (const { product, resource, slots, kind, units } of groups) {
    if (kind !== 'device') continue;
    const free = freeOf(readLedgerView(units));
    const own = states.filter(({ node }) => node.product === product);
    const missing = [...slots]
      .reverse()
      .find(
        ({ devices, slots: count }) =>
          count === 0 && devices <= free && largest(own, resource) >= devices,
      )?.devices;
    if (missing === undefined) continue;
    return {
      ...moveView(
        `${missing === 8 ? 'An' : 'A'} ${missing}-GPU pod`,
        adviseMoves(presetShape(own, resource, missing), own),
        nameOf,
      ),
      devices: missing,
      resource,
    };
  }
  return undefined;
}

function largest(states: readonly NodeState[], resource: string): number {
  return states.reduce(
    (most, { node }) => Math.max(most, node.allocatable[resource] ?? 0),
    0,
  );
}

/** Devices with their share of the CPU and memory of the smallest node that has so many. */
function presetShape(
  states: readonly NodeState[],
  resource: string,
  devices: number,
): PodShape {
  const share = (name: string) =>
    states
      .filter(({ node }) => (node.allocatable[resource] ?? 0) >= devices)
      .map(
        ({ node: { allocatable } }) =>
          ((allocatable[name] ?? 0) * devices) / allocatable[resource],
      )
      .reduce((least, amount) => Math.min(least, Math.floor(amount)), Infinity);
  return {
    ...shapeOfRequests({}, { tolerations: poolTolerations(states) }),
    requests: {
      [resource]: devices,
      cpu: share('cpu'),
      memory: share('memory'),
    },
  };
}
