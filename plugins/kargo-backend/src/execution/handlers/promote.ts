import type { PortalOrderOf } from '@fairway/plugin-kargo-common';
import type { ActionTarget, HandlerContext } from './ActionTarget';
import { promotionTarget } from './promotionTarget';

/** Freight into a stage. */
export function promote(
  order: PortalOrderOf<'promote'>,
  context: HandlerContext,
): readonly ActionTarget[] {
  return [promotionTarget('promote', order, context)];
}
