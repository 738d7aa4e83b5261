import {
  addCosts,
  deviceCost,
  type OwnerCostView,
  type PriceBook,
} from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import type { Holding } from './Holding';
import { monthly, total } from './money';

const MAX_ENTITIES = 20;

/** Price books by cluster. */
export type PriceBooks = ReadonlyMap<string, PriceBook>;

/** What holdings cost for an hour, and how many physical devices they are. */
export function holdingsCost(holdings: readonly Holding[], books: PriceBooks) {
  const costs = [...groupedBy(holdings, ({ cluster }) => cluster)].map(
    ([cluster, own]) =>
      deviceCost(
        own.map(holding => ({
          ...holding,
          ledgerClass: '',
          owner: undefined,
          unitHours: holding.units,
        })),
        books.get(cluster) ?? { products: [], nodes: new Map() },
      ).total,
  );
  const sum = addCosts(costs);
  return { amounts: sum.amounts, pricedDevices: sum.pricedDeviceHours };
}

/** Physical devices that are held; units of which nobody knows what share of one they are do not count. */
export function devicesOf(holdings: readonly Holding[]): number {
  return holdings.reduce(
    (sum, { units, deviceShare }) => sum + units * (deviceShare ?? 0),
    0,
  );
}

/**
 * What is held by owner, the most expensive first.
 *
 * @param options - `titles`: of the entities that the reader may see
 */
export function ownerCosts(options: {
  readonly holdings: readonly Holding[];
  readonly titles: ReadonlyMap<string, string>;
  readonly books: PriceBooks;
}): OwnerCostView[] {
  const { holdings, titles, books } = options;
  const rows = [
    ...groupedBy(holdings, ({ entity }) =>
      JSON.stringify(partyOf(entity?.owner, titles)),
    ).values(),
  ].map(own => ownerRow(own, { titles, books }));
  return rows.sort(
    (a, b) =>
      total(b.cost) - total(a.cost) ||
      b.devices - a.devices ||
      (a.ownerRef ?? a.kind).localeCompare(b.ownerRef ?? b.kind),
  );
}

type CostParty =
  | {
      readonly kind: 'owner';
      readonly ownerRef: string;
      readonly ownerTitle: string;
    }
  | { readonly kind: 'hidden' | 'nobody' };

/** Whose it is, as the reader may know it. */
function partyOf(
  owner: string | undefined,
  titles: ReadonlyMap<string, string>,
): CostParty {
  if (owner === undefined) return { kind: 'nobody' };
  const ownerTitle = titles.get(owner);
  return ownerTitle === undefined
    ? { kind: 'hidden' }
    : { kind: 'owner', ownerRef: owner, ownerTitle };
}

function ownerRow(
  holdings: readonly [Holding, ...Holding[]],
  options: {
    readonly titles: ReadonlyMap<string, string>;
    readonly books: PriceBooks;
  },
): OwnerCostView {
  const { titles, books } = options;
  const devices = devicesOf(holdings);
  const { amounts, pricedDevices } = holdingsCost(holdings, books);
  return {
    ...partyOf(holdings[0].entity?.owner, titles),
    entities: visibleEntities(holdings, titles),
    devices,
    idleDevices: holdings.reduce(
      (sum, { idleDevices }) => sum + idleDevices,
      0,
    ),
    cost: monthly(amounts),
    unpricedDevices: Math.max(0, devices - pricedDevices),
  };
}

function visibleEntities(
  holdings: readonly Holding[],
  titles: ReadonlyMap<string, string>,
): OwnerCostView['entities'] {
  return [...groupedBy(holdings, ({ entity }) => entity?.ref)]
    .sort(([, a], [, b]) => devicesOf(b) - devicesOf(a))
    .flatMap(([entityRef]) => {
      const title = entityRef === undefined ? undefined : titles.get(entityRef);
      return entityRef !== undefined && title !== undefined
        ? [{ entityRef, title }]
        : [];
    })
    .slice(0, MAX_ENTITIES);
}
