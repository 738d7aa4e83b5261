import type { PromotionPhase } from '../model';
import { actorOf } from './actor';
import { abortedBy } from './abortedBy';
import { bypassOf } from './bypass';
import { entryTime } from './entryTime';
import type { LedgerContext } from './LedgerContext';
import type { LedgerEntry, PromotionOutcome } from './ledgerEntry';
import { redacted } from './redacted';
import type { LedgerPromotion } from './LedgerPromotion';
import { ANNOTATION_REASON } from '../model/portalAnnotations';
import { promotionPath } from './promotionPath';

const OUTCOMES: Partial<Record<PromotionPhase, PromotionOutcome>> = {
  Succeeded: 'succeeded',
  Failed: 'failed',
  Errored: 'errored',
  Aborted: 'aborted',
};

/**
 * What a promotion says of its own past. One look at it gives the same entries, with the same ids, as having watched it
 * from the beginning: what it was before can be read from its times.
 *
 * @public
 */
export function promotionEntries(
  promotion: LedgerPromotion,
  context: LedgerContext,
): LedgerEntry[] {
  const id = promotionKey(context.controlPlane, promotion.uid);
  const shared = sharedFields(promotion, context);
  const time = (recorded: string | undefined) =>
    entryTime(recorded, context.observedAt);
  const entries: LedgerEntry[] = [
    {
      ...shared,
      id: `${id}:created`,
      kind: 'promotion-created',
      ...time(promotion.createdAt),
      bypass: bypassOf(shared.path, context.allowedPaths),
      // Another promotion may yet come before this one starts.
      before: undefined,
    },
  ];
  if (promotion.startedAt) {
    entries.push({
      ...shared,
      id: `${id}:started`,
      kind: 'promotion-started',
      ...time(promotion.startedAt),
    });
  }
  const outcome = OUTCOMES[promotion.phase];
  if (outcome) {
    entries.push({
      ...shared,
      id: promotionFinishedId(context.controlPlane, promotion.uid),
      kind: 'promotion-finished',
      ...time(promotion.finishedAt),
      outcome,
      message: redacted(promotion.message, context),
      endedBy:
        outcome === 'aborted'
          ? abortedBy(promotion.annotations, context.portalIdentities)
          : undefined,
      // Only a success is known to have changed what the stage has.
      after: outcome === 'succeeded' ? contentOf(shared) : undefined,
    });
  }
  const diagnosis =
    outcome === 'failed' || outcome === 'errored'
      ? context.diagnosisOf?.(promotion)
      : undefined;
  if (diagnosis) {
    entries.push({
      ...shared,
      ...diagnosis,
      id: `${id}:diagnosis`,
      kind: 'diagnosis',
      ...time(promotion.finishedAt),
    });
  }
  return entries;
}

/**
 * The first part of the ids of a promotion's entries.
 *
 * @public
 */
export function promotionKey(controlPlane: string, uid: string): string {
  return `${controlPlane}/${uid}`;
}

/**
 * Id of the entry with the end of a promotion.
 *
 * @public
 */
export function promotionFinishedId(controlPlane: string, uid: string): string {
  return `${promotionKey(controlPlane, uid)}:finished`;
}

function sharedFields(promotion: LedgerPromotion, context: LedgerContext) {
  const { project, stage, freight, name, uid, annotations } = promotion;
  const { controlPlane, portalIdentities } = context;
  return {
    controlPlane,
    project,
    stage,
    freight,
    version:
      promotion.version ??
      (freight ? context.versionOf?.(project, freight) : undefined),
    subject: { kind: 'Promotion' as const, name, uid },
    actor: actorOf(promotion.actor, { annotations, portalIdentities }),
    reason: portalReason(promotion, context),
    before: context.contentBefore?.(promotion),
    riskClass: context.riskClassOf?.(project, stage),
    path: pathOf(promotion, context),
  };
}

function pathOf(promotion: LedgerPromotion, context: LedgerContext) {
  return promotionPath({
    recorded: promotion.actor,
    portalIdentities: context.portalIdentities,
    knownToPortal: context.knowsPromotion?.(promotion),
  });
}

/** Anybody can write the annotation; it is the portal's word only on what came through the portal. */
function portalReason(promotion: LedgerPromotion, context: LedgerContext) {
  return pathOf(promotion, context) === 'portal'
    ? redacted(promotion.annotations?.[ANNOTATION_REASON], context)
    : undefined;
}

function contentOf(options: {
  readonly freight: string | undefined;
  readonly version: string | undefined;
}) {
  return { freight: options.freight, version: options.version };
}
