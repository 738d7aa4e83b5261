import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  EMPTY_LEDGER,
  LEDGER_CLASSES,
  addLedgers,
  ledgerTotal,
  poolLedger,
  type DeviceTime,
  type Ledger,
  type Overview,
  type OverviewCluster,
} from '@fairway/plugin-gpu-capacity-common';
import type { FoundCluster } from '../services/CapacityClusters';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { IdlePod } from '../services/MeasuredPods';
import { clusterHoldings, type EntityOf } from './clusterHoldings';
import type { Holding } from './Holding';

/** What the overview takes from one cluster, whoever asks. */
export interface EstateCluster {
  readonly view: OverviewCluster;
  readonly ledger: Ledger;
  readonly uncounted: Overview['uncounted'];
  /** For an hour, by class of the ledger. */
  readonly times: readonly DeviceTime[];
  readonly holdings: readonly Holding[];
}

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
    holdings: clusterHoldings(cluster, options),
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
