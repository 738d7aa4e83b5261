import { groupedBy } from '../metrics/groupedBy';
import { priceOf, type PriceBook } from './price';

/**
 * Time of devices in one class of the ledger.
 *
 * @public
 */
export interface DeviceTime {
  readonly product: string | undefined;
  readonly node: string | undefined;
  /** Class of the ledger, such as `held-idle`. */
  readonly ledgerClass: string;
  /** Entity ref of the owner; absent where nobody is known to own it. */
  readonly owner: string | undefined;
  /** Hours of devices, or of parts of them. */
  readonly unitHours: number;
  /** Share of a whole device that a unit is, 0 to 1; absent where that is not known, so neither is the cost. */
  readonly deviceShare: number | undefined;
}

/**
 * A sum of costs, with what it does not contain.
 *
 * @public
 */
export interface CostSum {
  /** By currency: different ones cannot be added. */
  readonly amounts: Readonly<Record<string, number>>;
  /** Hours of whole devices that are in the amounts. */
  readonly pricedDeviceHours: number;
  /** Hours of units without a price, or of which it is not known what share of a device they are. */
  readonly unpricedUnitHours: number;
}

/** @public */
export interface DeviceCost {
  readonly total: CostSum;
  readonly byClass: ReadonlyMap<string, CostSum>;
  /** The key of what nobody is known to own is `undefined`. */
  readonly byOwner: ReadonlyMap<string | undefined, CostSum>;
  /** Products without a price; `undefined` stands for devices whose product is not known. */
  readonly unpricedProducts: ReadonlyArray<string | undefined>;
}

/** @public */
export const NO_COST: CostSum = {
  amounts: {},
  pricedDeviceHours: 0,
  unpricedUnitHours: 0,
};

/**
 * What devices cost, by class of the ledger and by owner. Every sum says how much of it has no price.
 *
 * @public
 */
export function deviceCost(
  times: readonly DeviceTime[],
  book: PriceBook,
): DeviceCost {
  const costs = times.map(time => ({ time, sum: costOf(time, book) }));
  const sumBy = <K>(keyOf: (time: DeviceTime) => K) =>
    new Map(
      [...groupedBy(costs, ({ time }) => keyOf(time))].map(([key, parts]) => [
        key,
        addCosts(parts.map(({ sum }) => sum)),
      ]),
    );
  const unpriced = costs
    .filter(({ time }) => priceOf(time, book) === undefined)
    .map(({ time }) => time.product);
  return {
    total: addCosts(costs.map(({ sum }) => sum)),
    byClass: sumBy(({ ledgerClass }) => ledgerClass),
    byOwner: sumBy(({ owner }) => owner),
    unpricedProducts: [...new Set(unpriced)],
  };
}

/** @public */
export function addCosts(sums: readonly CostSum[]): CostSum {
  const amounts: Record<string, number> = {};
  for (const sum of sums) {
    for (const [currency, amount] of Object.entries(sum.amounts)) {
      amounts[currency] = (amounts[currency] ?? 0) + amount;
    }
  }
  const total = (read: (sum: CostSum) => number) =>
    sums.reduce((so, sum) => so + read(sum), 0);
  return {
    amounts,
    pricedDeviceHours: total(sum => sum.pricedDeviceHours),
    unpricedUnitHours: total(sum => sum.unpricedUnitHours),
  };
}

function costOf(time: DeviceTime, book: PriceBook): CostSum {
  const { unitHours, deviceShare } = time;
  const price = priceOf(time, book);
  if (price === undefined || deviceShare === undefined) {
    return { ...NO_COST, unpricedUnitHours: unitHours };
  }
  const deviceHours = unitHours * deviceShare;
  return {
    amounts: { [price.currency]: deviceHours * price.perHour },
    pricedDeviceHours: deviceHours,
    unpricedUnitHours: 0,
  };
}
