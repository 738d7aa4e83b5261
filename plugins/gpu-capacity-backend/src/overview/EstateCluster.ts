import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  EMPTY_LEDGER,
  LEDGER_CLASSES,
  addLedgers,
  ledgerTotal,
  poolLedger,
  type AcceleratorKind,
  type ClusterPod,
  type DeviceTime,
  type Ledger,
  type Overview,
  type OverviewCluster,
} from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadEntity } from '../access';
import { finishedKeeper } from '../domain/finishedKeeper';
import type { FoundCluster } from '../services/CapacityClusters';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { IdlePod } from '../services/MeasuredPods';

/** What one pod holds of one resource, or what is being made free for it. */
export interface Holding {
  readonly cluster: string;
  readonly node: string;
  readonly product: string | undefined;
  readonly kind: AcceleratorKind;
  readonly units: number;
  /** Share of a physical device that a unit is; absent where that is not known. */
  readonly deviceShare: number | undefined;
  /** Physical devices among them that are measured and not busy. */
  readonly idleDevices: number;
  /** Why the pod cannot run, such as `CrashLoopBackOff`. */
  readonly waste: string | undefined;
  /** Kind of what has ended and is kept, such as `RayJob`; the pod is of no use to it any more. */
  readonly keptBy: string | undefined;
  /** Absent where the pod belongs to no entity of the catalog. */
  readonly entity: WorkloadEntity | undefined;
}

/** What the overview takes from one cluster, whoever asks. */
export interface EstateCluster {
  readonly view: OverviewCluster;
  readonly ledger: Ledger;
  readonly uncounted: Overview['uncounted'];
  /** For an hour, by class of the ledger. */
  readonly times: readonly DeviceTime[];
  readonly holdings: readonly Holding[];
}

/** Says to which entity of the catalog a pod belongs. */
export type EntityOf = (
  cluster: string,
  pod: ClusterPod,
) => WorkloadEntity | undefined;

/** What the overview says of a cluster. */
export function estateCluster(
  found: FoundCluster<ClusterBasics>,
  options: { readonly entityOf: EntityOf; readonly idle: readonly IdlePod[] },
): EstateCluster {
  if (!found.ok) {
    return {
      view: {
        name: found.cluster,
        freshness: { status: 'unobserved', reason: found.reason },
        devices: {},
      },
      ledger: EMPTY_LEDGER,
      uncounted: [],
      times: [],
      holdings: [],
    };
  }
  const cluster = found.view;
  const pool = poolLedger(cluster.ledgers.values());
  const isObserved = ['live', 'stale'].includes(cluster.nodes.state.status);
  return {
    view: {
      name: cluster.name,
      title: cluster.title,
      freshness: freshnessOf(cluster.nodes.state),
      devices: Object.fromEntries(
        Object.entries(pool.devices).filter(([, devices]) => devices !== 0),
      ),
      ...(isObserved && { owned: ledgerTotal(pool.devices) }),
    },
    ledger: addLedgers(EMPTY_LEDGER, pool.devices),
    uncounted: [...pool.uncounted],
    times: classTimes(cluster),
    holdings: holdingsOf(cluster, options),
  };
}

function classTimes({ ledgers }: ClusterBasics): DeviceTime[] {
  return [...ledgers.values()].flatMap(({ node, product, ...ledger }) => [
    ...ledger.resources.flatMap(({ units, devicesPerUnit }) =>
      LEDGER_CLASSES.filter(ledgerClass => units[ledgerClass] > 0).map(
        (ledgerClass): DeviceTime => ({
          node,
          product,
          ledgerClass,
          owner: undefined,
          unitHours: units[ledgerClass],
          deviceShare: devicesPerUnit,
        }),
      ),
    ),
    ...(ledger.unpartitioned > 0
      ? [
          {
            node,
            product,
            ledgerClass: 'stranded',
            owner: undefined,
            unitHours: ledger.unpartitioned,
            deviceShare: 1,
          },
        ]
      : []),
  ]);
}

function holdingsOf(
  { name: cluster, ledgers, state, workloads }: ClusterBasics,
  options: { readonly entityOf: EntityOf; readonly idle: readonly IdlePod[] },
): Holding[] {
  const idle = new Map(
    options.idle.map(({ pod, idleDevices }) => [keyOf(pod), idleDevices]),
  );
  const holdings: Holding[] = [];
  for (const { node, product, resources } of ledgers.values()) {
    const found = state.node(node);
    for (const pod of [
      ...(found?.pods.values() ?? []),
      // The scheduler makes room for them: the ledger has them as reserved.
      ...(found?.nominated.values() ?? []),
    ]) {
      let idleLeft = idle.get(keyOf(pod)) ?? 0;
      for (const { resource, kind, devicesPerUnit } of resources) {
        const units = pod.claimedResources.includes(resource)
          ? 0
          : pod.shape.requests[resource] ?? 0;
        if (units <= 0) continue;
        const idleDevices = Math.min(units * (devicesPerUnit ?? 0), idleLeft);
        idleLeft -= idleDevices;
        holdings.push({
          cluster,
          node,
          product,
          kind,
          units,
          deviceShare: devicesPerUnit,
          idleDevices,
          waste: pod.waste,
          // A pod for which room is made only holds nothing yet.
          keptBy: pod.node && finishedKeeper(pod, workloads)?.kind,
          entity: options.entityOf(cluster, pod),
        });
      }
    }
  }
  return holdings;
}

function keyOf({ namespace, name }: ClusterPod): string {
  return `${namespace}/${name}`;
}
