import { heldFreight } from './heldFreight';
import type { Stage } from './stage';

/**
 * What of a stage is about freight of one origin, for those to whom only that belongs: a stage may take freight from the
 * warehouses of several services. Its promotions, its health and its verification stay what they are.
 *
 * @param origin - key, such as `Warehouse/orders`
 *
 * @returns the same object where it takes freight from there only; `undefined` where it takes none from there
 *
 * @public
 */
export function stageOfOrigin(stage: Stage, origin: string): Stage | undefined {
  const isOwn = (item: { readonly origin: string }) => item.origin === origin;
  const requests = stage.requests.filter(isOwn);
  if (requests.length === 0) return undefined;
  if (requests.length === stage.requests.length) return stage;
  const history = stage.history.map(collection => ({
    ...collection,
    items: collection.items.filter(isOwn),
  }));
  const [current] = history;
  return {
    ...stage,
    requests,
    upstream: [...new Set(requests.flatMap(request => request.stages))],
    history,
    freight: current && heldFreight(current),
    holds: stage.holds.filter(isOwn),
  };
}
