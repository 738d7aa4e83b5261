import type {
  PortalAction,
  PortalOrder,
  PortalOrderOf,
} from '@fairway/plugin-kargo-common';
import { abort } from './abort';
import type { ActionTarget, HandlerContext } from './ActionTarget';
import { approveFreight } from './approveFreight';
import { promote } from './promote';
import { promoteDownstream } from './promoteDownstream';
import { refresh } from './refresh';
import { resumeAutoPromotion } from './resumeAutoPromotion';
import { reverify } from './reverify';

export type {
  ActionSubject,
  ActionTarget,
  CheckedTarget,
  HandlerContext,
} from './ActionTarget';

type Handlers = {
  readonly [A in PortalAction]: (
    order: PortalOrderOf<A>,
    context: HandlerContext,
  ) => readonly ActionTarget[];
};

const HANDLERS: Handlers = {
  promote,
  'promote-downstream': promoteDownstream,
  'approve-freight': approveFreight,
  abort,
  refresh,
  reverify,
  'resume-auto-promotion': resumeAutoPromotion,
};

/**
 * The things to which an order comes down, one or more.
 *
 * @throws `NotFoundError` where the entity does not have what the order names
 */
export function targetsOf(
  order: PortalOrder,
  context: HandlerContext,
): readonly ActionTarget[] {
  return handle(order, context);
}

function handle<A extends PortalAction>(
  order: PortalOrderOf<A> & { readonly action: A },
  context: HandlerContext,
): readonly ActionTarget[] {
  return HANDLERS[order.action](order, context);
}
