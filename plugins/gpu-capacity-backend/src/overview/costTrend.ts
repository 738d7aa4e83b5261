import {
  addCosts,
  deviceCost,
  type OverviewCost,
} from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import { PERIOD_MS, type CapacityPeriod } from '../history/periods';
import type { EstateCluster } from './EstateCluster';
import type { PriceBooks } from './ownerCosts';

/** What a device of a product costs for an hour, by currency. */
type Rate = Readonly<Record<string, number>>;

/**
 * What each day cost, as far as it was observed, at the prices of today. Where nodes of one product have different
 * prices, a device costs their mean.
 *
 * @param periods - days of whole clusters
 */
export function costTrend(
  periods: readonly CapacityPeriod[],
  clusters: readonly EstateCluster[],
  books: PriceBooks,
): OverviewCost['trend'] {
  const rates = new Map<string, Rate | undefined>();
  const rateOf = ({ cluster, product }: CapacityPeriod) => {
    const key = JSON.stringify([cluster, product]);
    if (!rates.has(key)) {
      rates.set(key, presentRate(cluster, product, clusters, books));
    }
    return rates.get(key);
  };
  const pools = new Set(periods.map(({ pool }) => pool)).size;
  return [...groupedBy(periods, ({ start }) => start)]
    .map(([start, parts]) => ({
      at: new Date(start).toISOString(),
      cost: addCosts(
        parts.map(part => ({
          amounts: scaled(rateOf(part) ?? {}, deviceHours(part)),
          pricedDeviceHours: 0,
          unpricedUnitHours: 0,
        })),
      ).amounts,
      coverage: observedMs(parts) / (pools * PERIOD_MS.day),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Of each cluster the longest time in which something of it was observed. */
function observedMs(parts: readonly CapacityPeriod[]): number {
  return [...groupedBy(parts, ({ pool }) => pool).values()].reduce(
    (sum, own) =>
      sum + Math.max(...own.map(({ figures }) => figures.observedMs)),
    0,
  );
}

function deviceHours({ figures }: CapacityPeriod): number {
  return (
    Object.values(figures.devices ?? {}).reduce((sum, ms) => sum + ms, 0) /
    PERIOD_MS.hour
  );
}

function scaled(rate: Rate, hours: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rate).map(([currency, amount]) => [
      currency,
      amount * hours,
    ]),
  );
}

function presentRate(
  cluster: string,
  product: string | undefined,
  clusters: readonly EstateCluster[],
  books: PriceBooks,
): Rate | undefined {
  const book = books.get(cluster) ?? { products: [], nodes: new Map() };
  const times = clusters
    .filter(({ view }) => view.name === cluster)
    .flatMap(estate => estate.times)
    .filter(time => time.product === product);
  // Devices that are gone had a price too.
  const gone = {
    product,
    node: undefined,
    ledgerClass: '',
    owner: undefined,
    unitHours: 1,
    deviceShare: 1,
  };
  const { total } = deviceCost(times.length > 0 ? times : [gone], book);
  return total.pricedDeviceHours > 0
    ? scaled(total.amounts, 1 / total.pricedDeviceHours)
    : undefined;
}
