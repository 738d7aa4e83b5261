import {
  LEDGER_CLASSES,
  addCosts,
  deviceCost,
  productName,
  type CostSum,
  type OverviewCost,
} from '@fairway/plugin-gpu-capacity-common';
import type { EstateCluster } from './EstateCluster';
import { monthly, total } from './money';
import type { PriceBooks } from './ownerCosts';

type ClassCosts = Pick<
  OverviewCost,
  'total' | 'byClass' | 'coverage' | 'unpricedDevices' | 'unpricedProducts'
>;

/** What all devices cost for a month in which everything stays as it is, by class of the ledger. */
export function classCosts(
  clusters: readonly EstateCluster[],
  books: PriceBooks,
): ClassCosts {
  const costs = clusters.map(({ view, times }) =>
    deviceCost(
      times,
      books.get(view.name) ?? { products: [], nodes: new Map() },
    ),
  );
  const sum = addCosts(costs.map(cost => cost.total));
  const byClass = LEDGER_CLASSES.flatMap(ledgerClass => {
    const own = clusters.flatMap(({ times }) =>
      times.filter(time => time.ledgerClass === ledgerClass),
    );
    if (own.length === 0) return [];
    const cost: CostSum = addCosts(
      costs.flatMap(({ byClass: classes }) => classes.get(ledgerClass) ?? []),
    );
    const devices = deviceSum(own);
    return [
      {
        ledgerClass,
        devices,
        cost: monthly(cost.amounts),
        unpricedDevices: Math.max(0, devices - cost.pricedDeviceHours),
      },
    ];
  }).sort((a, b) => total(b.cost) - total(a.cost) || b.devices - a.devices);
  const owned = deviceSum(clusters.flatMap(({ times }) => times));
  return {
    total: monthly(sum.amounts),
    byClass,
    coverage: { priced: sum.pricedDeviceHours, owned },
    unpricedDevices: Math.max(0, owned - sum.pricedDeviceHours),
    unpricedProducts: [
      ...new Set(
        costs.flatMap(({ unpricedProducts }) =>
          unpricedProducts.map(productName),
        ),
      ),
    ],
  };
}

function deviceSum(times: EstateCluster['times']): number {
  return times.reduce(
    (sum, { unitHours, deviceShare }) => sum + unitHours * (deviceShare ?? 0),
    0,
  );
}
