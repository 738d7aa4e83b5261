import { z } from 'zod/v4';
import type { CalendarRule } from './calendarRule';

const timeSchema = z.iso.datetime({ offset: true }).nullish();

const statusSchema = z.object({
  closed: z.boolean(),
  reason: z.string().nullish(),
  nextOpen: timeSchema,
  nextClose: timeSchema,
  nextCloseReason: z.string().nullish(),
});

/**
 * What Kargo itself says of the promotion windows of a stage, as a rule: it is closed until it opens next, or it will
 * close. It is as old as the last reconciliation of the stage, and it knows the windows that only Kargo can evaluate.
 *
 * @param options - `status`: `status.promotionWindowStatus` of the stage, as it is; absent where no window concerns it
 *
 * @see akuity/kargo api/v1alpha1/promotion_window_types.go, PromotionWindowStatus (Kargo Enterprise, after v1.11)
 *
 * @public
 */
export function kargoWindowStatusRule(options: {
  readonly status: unknown;
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
}): CalendarRule | undefined {
  const { status, controlPlane, project, stage } = options;
  if (status === undefined || status === null) return undefined;
  const rule: Omit<CalendarRule, 'reason' | 'schedule'> = {
    id: `${controlPlane}/${project}/${stage}/status`,
    title: 'promotion windows of Kargo',
    kind: 'deny',
    owner: { type: 'kargo', controlPlane, project },
    scope: {
      controlPlanes: [controlPlane],
      projects: [project],
      stages: [stage],
    },
  };
  const parsed = statusSchema.safeParse(status);
  if (!parsed.success) {
    return {
      ...rule,
      reason: undefined,
      schedule: {
        type: 'unreadable',
        reason: 'status.promotionWindowStatus has an unknown form',
      },
    };
  }
  const { closed, reason, nextOpen, nextClose, nextCloseReason } = parsed.data;
  if (closed) {
    return {
      ...rule,
      reason: reason ?? undefined,
      schedule: {
        type: 'interval',
        from: undefined,
        until: nextOpen ?? undefined,
      },
    };
  }
  return nextClose
    ? {
        ...rule,
        reason: nextCloseReason ?? undefined,
        schedule: { type: 'interval', from: nextClose, until: undefined },
      }
    : undefined;
}
