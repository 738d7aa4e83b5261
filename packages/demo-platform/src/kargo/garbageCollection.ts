import { discoveryTime } from './autoPromotion';
import type { KargoContext } from './KargoContext';
import { freightsOf, promotionsOf } from './KargoContext';
import { kargoResources } from './kargoResources';
import { TERMINAL_PHASES } from './PromotionReconciler';

const KEPT_PROMOTIONS = 20;
const KEPT_FREIGHT = 20;

function groupsOf<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  }
  return [...groups.values()];
}

/** Removes the oldest finished Promotions of a Stage and unused Freight of a Warehouse, as Kargo does beyond 20. */
export function collectGarbage(context: KargoContext, namespace: string): void {
  const { store } = context;
  const finished = promotionsOf(context, namespace).filter(({ status }) =>
    TERMINAL_PHASES.includes(status.phase),
  );
  for (const group of groupsOf(finished, ({ spec }) => spec.stage)) {
    for (const { metadata } of group.slice(0, -KEPT_PROMOTIONS)) {
      store.delete(kargoResources.promotions, {
        namespace,
        name: metadata.name,
      });
    }
  }
  const freights = freightsOf(context, namespace).sort(
    (left, right) => discoveryTime(left) - discoveryTime(right),
  );
  for (const group of groupsOf(freights, ({ origin }) => origin.name)) {
    for (const { metadata, status } of group.slice(0, -KEPT_FREIGHT)) {
      if (Object.keys(status.currentlyIn).length === 0) {
        store.delete(kargoResources.freights, {
          namespace,
          name: metadata.name,
        });
      }
    }
  }
}
