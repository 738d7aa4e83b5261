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
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { MeasuredPod } from '../services/MeasuredPods';
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
 *
 * @param options - `at`: in milliseconds since 1970
 */
export function samplePeriods(options: {
  readonly cluster: ClusterBasics;
  readonly pool: PoolScope;
  readonly measured: readonly MeasuredPod[];
  readonly at: number;
}): readonly CapacityPeriod[] {
  const { cluster, pool, measured, at } = options;
  if (cluster.nodes.state.status !== 'live') return [];
  // A moment after a start: the next sample will know.
  if (cluster.pods.state.status === 'loading') return [];
  const knowsPods = cluster.pods.state.status === 'live';
  const groups = groupsOf(cluster, pool);
  const waiting = waitingUnits(groups, cluster.state.unbound.values());
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
            cluster,
            group,
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
  cluster: ClusterBasics,
  { nodeSelector }: PoolScope,
): Group[] {
  const groups = new Map<string, Group>();
  for (const [name, ledger] of cluster.ledgers) {
    const state = cluster.state.node(name);
    if (!state || !matchesLabels(nodeSelector, state.node.labels)) continue;
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

function podFigures(options: {
  readonly cluster: ClusterBasics;
  readonly group: Group;
  /** Units that pods without a node wait for. */
  readonly waiting: number;
  readonly measured: readonly MeasuredPod[];
}): Pick<Figures, 'requested' | 'slots' | 'fragmentation' | 'utilisation'> {
  const { cluster, group, waiting, measured } = options;
  const { units, nodes, resource } = group;
  const { rate } = fragmentation(
    nodes.map(({ state }) => state),
    resource,
    cluster.demand,
  );
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
