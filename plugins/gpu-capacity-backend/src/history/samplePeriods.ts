import {
  EMPTY_LEDGER,
  addLedgers,
  fragmentation,
  freeOf,
  ledgerTotal,
  ledgerView,
  matchesLabels,
  presetSlots,
  scaleLedger,
  type Ledger,
  type NodeLedger,
  type DevicesOnNode,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { inTurns } from '../services/inTurns';
import type { MeasuredPod } from '../services/MeasuredPods';
import type { ClusterMoment } from './ClusterMoment';
import { spreadOf, type Figures } from './Figures';
import { PERIOD_MS, periodStart, type CapacityPeriod } from './periods';
import { poolId, type PoolScope } from './poolId';
import { utilisationOf } from './utilisationFigures';
import { waitingUnits } from './waitingUnits';

const OBSERVED_MS = PERIOD_MS.sample;

/** Units of one kind on the nodes of a pool. */
interface Group {
  readonly product: string | undefined;
  readonly resource: string;
  readonly kind: string;
  units: Ledger;
  devices: Ledger | undefined;
  readonly nodes: DevicesOnNode[];
}

/**
 * What the accelerators of a pool do now, as a sample that stands for the five minutes in which it was taken. Nothing
 * where the nodes are not observed now; without the pods, what the nodes have, and that it is not known who has it.
 * Takes as many turns of the event loop as it needs.
 *
 * @param options - `at`: in milliseconds since 1970
 */
export async function samplePeriods(options: {
  readonly cluster: ClusterMoment;
  readonly pool: PoolScope;
  readonly measured: readonly MeasuredPod[];
  readonly at: number;
}): Promise<readonly CapacityPeriod[]> {
  const { cluster, pool, measured, at } = options;
  if (cluster.nodesStatus !== 'live') return [];
  // A moment after a start: the next sample will know.
  if (cluster.podsStatus === 'loading') return [];
  const knowsPods = cluster.podsStatus === 'live';
  const groups = groupsOf(cluster, pool);
  const waiting = waitingUnits(groups, cluster.unbound);
  const rates = knowsPods
    ? await fragmentationRates(groups, cluster.demand)
    : new Map<Group, number>();
  return groups.map(group => ({
    pool: poolId(pool),
    cluster: cluster.name,
    product: group.product,
    resource: group.resource,
    kind: group.kind,
    start: periodStart('sample', at),
    figures: knowsPods
      ? {
          ...ledgerFigures(group.units, group.devices),
          ...podFigures({
            group,
            rate: rates.get(group),
            waiting: waiting.get(group) ?? 0,
            measured,
          }),
        }
      : {
          ...ledgerFigures(
            withoutPods(group.units),
            group.devices && withoutPods(group.devices),
          ),
          slots: {},
        },
  }));
}

function groupsOf(
  cluster: ClusterMoment,
  { nodeSelector }: PoolScope,
): Group[] {
  const groups = new Map<string, Group>();
  for (const { state, ledger } of cluster.nodes) {
    if (!matchesLabels(nodeSelector, state.node.labels)) continue;
    for (const [index, resource] of ledger.resources.entries()) {
      const key = `${ledger.product ?? ''}\0${resource.resource}\0${
        resource.kind
      }`;
      const group = groups.get(key) ?? {
        product: ledger.product,
        resource: resource.resource,
        kind: resource.kind,
        units: EMPTY_LEDGER,
        devices: EMPTY_LEDGER,
        nodes: [],
      };
      groups.set(key, group);
      group.units = addLedgers(group.units, resource.units);
      group.devices = group.devices && addDevices(group.devices, ledger, index);
      group.nodes.push({
        state,
        owned: resource.owned,
        free: freeOf(resource.units),
      });
    }
  }
  return [...groups.values()];
}

/** What no partition reaches counts with the first of the partitions, so that the sum is all devices. */
function addDevices(
  devices: Ledger,
  { resources, unpartitioned }: NodeLedger,
  index: number,
): Ledger | undefined {
  const { units, devicesPerUnit, kind } = resources[index];
  if (devicesPerUnit === undefined || kind === 'unclassified') return undefined;
  return addLedgers(devices, {
    ...scaleLedger(units, devicesPerUnit),
    stranded:
      units.stranded * devicesPerUnit + (index === 0 ? unpartitioned : 0),
  });
}

function withoutPods(ledger: Ledger): Ledger {
  return {
    ...EMPTY_LEDGER,
    lost: ledger.lost,
    unknown: ledgerTotal(ledger) - ledger.lost,
  };
}

function ledgerFigures(
  units: Ledger,
  devices: Ledger | undefined,
): Pick<Figures, 'observedMs' | 'units' | 'devices'> {
  return {
    observedMs: OBSERVED_MS,
    units: ledgerView(scaleLedger(units, OBSERVED_MS)),
    ...(devices && { devices: ledgerView(scaleLedger(devices, OBSERVED_MS)) }),
  };
}

/** Each shape is tried on each node, which takes a while in a large pool. */
async function fragmentationRates(
  groups: readonly Group[],
  demand: readonly ShapeDemand[],
): Promise<ReadonlyMap<Group, number>> {
  const sums = new Map<Group, { fragmented: number; free: number }>();
  await inTurns(
    groups.flatMap(group => group.nodes.map(({ state }) => ({ group, state }))),
    ({ group, state }) => {
      const { fragmented, free, rate } = fragmentation(
        [state],
        group.resource,
        demand,
      );
      // Nothing is free there, or nobody asks for it.
      if (rate === undefined) return;
      const sum = sums.get(group) ?? { fragmented: 0, free: 0 };
      sums.set(group, {
        fragmented: sum.fragmented + fragmented,
        free: sum.free + free,
      });
    },
  );
  return new Map(
    [...sums].map(([group, { fragmented, free }]) => [
      group,
      fragmented / free,
    ]),
  );
}

function podFigures(options: {
  readonly group: Group;
  /** Of fragmentation; absent where nothing can be said of it. */
  readonly rate: number | undefined;
  /** Units that pods without a node wait for. */
  readonly waiting: number;
  readonly measured: readonly MeasuredPod[];
}): Pick<Figures, 'requested' | 'slots' | 'fragmentation' | 'utilisation'> {
  const { group, rate, waiting, measured } = options;
  const { units, nodes, resource } = group;
  const held = units.busy + units.idle + units.unmeasured;
  const names = new Set(nodes.map(({ state }) => state.node.name));
  const utilisation = utilisationOf({
    measured: measured.filter(
      ({ pod, resource: asked }) =>
        asked === resource && pod.node !== undefined && names.has(pod.node),
    ),
    held,
    observedMs: OBSERVED_MS,
  });
  return {
    requested: spreadOf(held + units.reserved + waiting, OBSERVED_MS),
    slots: Object.fromEntries(
      presetSlots(nodes).map(({ devices, slots }) => [
        String(devices),
        spreadOf(slots, OBSERVED_MS),
      ]),
    ),
    ...(rate !== undefined && { fragmentation: spreadOf(rate, OBSERVED_MS) }),
    ...(utilisation && { utilisation }),
  };
}
