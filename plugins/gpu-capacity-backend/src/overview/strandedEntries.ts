import {
  deviceCost,
  productName,
  type ReclaimView,
} from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import type { EstateCluster } from './EstateCluster';
import { monthly } from './money';
import type { PriceBooks } from './ownerCosts';

/** Free devices that no shape in use can take, by cluster and product. */
export function strandedEntries(
  clusters: readonly EstateCluster[],
  books: PriceBooks,
): ReclaimView[] {
  return clusters.flatMap(({ view, times }) => {
    const stranded = times.filter(
      ({ ledgerClass, deviceShare }) =>
        ledgerClass === 'stranded' && deviceShare !== undefined,
    );
    const book = books.get(view.name) ?? { products: [], nodes: new Map() };
    return [...groupedBy(stranded, ({ product }) => product)].map(
      ([product, own]): ReclaimView => {
        const devices = own.reduce(
          (sum, { unitHours, deviceShare }) =>
            sum + unitHours * (deviceShare ?? 0),
          0,
        );
        const rounded = Math.round(devices * 100) / 100;
        return {
          kind: 'stranded',
          cluster: view.name,
          product,
          devices,
          pods: 0,
          costPerMonth: monthly(deviceCost(own, book).total.amounts),
          sentence: `${rounded} ${productName(product)} in ${view.name} ${
            devices === 1 ? 'is' : 'are'
          } free, and nothing that asks for devices there fits on ${
            devices === 1 ? 'it' : 'them'
          }.`,
        };
      },
    );
  });
}
