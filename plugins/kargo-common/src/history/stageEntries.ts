import { UNKNOWN_ACTOR, actorOf } from './actor';
import { entryTime } from './entryTime';
import type { LedgerContext } from './LedgerContext';
import type { LedgerEntry, LedgerEntryOf } from './ledgerEntry';
import { promotionPath } from './promotionPath';
import { redacted } from './redacted';

/**
 * A verification in the history of a stage.
 *
 * @public
 */
export interface LedgerVerification {
  readonly id: string;
  readonly phase: string;
  readonly actor?: string;
  readonly message?: string;
  readonly finishedAt?: string;
  readonly freight?: string;
  readonly version?: string;
  /** Name of the AnalysisRun. */
  readonly analysisRun?: string;
}

/**
 * A hold on the auto-promotion of a stage.
 *
 * @public
 */
export interface LedgerHold {
  /** Such as `Warehouse/orders`. */
  readonly origin: string;
  readonly freight: string;
  /** Absent in holds of which nobody recorded it. */
  readonly promotion?: string;
  readonly actor?: string;
  readonly createdAt?: string;
}

/**
 * What the ledger needs of a stage.
 *
 * @public
 */
export interface LedgerStage {
  readonly project: string;
  readonly name: string;
  readonly verifications?: readonly LedgerVerification[];
  /** Empty where nothing is held; absent where that is not known. */
  readonly holds?: readonly LedgerHold[];
}

type VerificationOutcome = LedgerEntryOf<'verification-finished'>['outcome'];

/** A verification that goes on has no outcome, nor has one in a phase that a later Kargo may know. */
const OUTCOMES: ReadonlyMap<string, VerificationOutcome> = new Map([
  ['Successful', 'successful'],
  ['Failed', 'failed'],
  ['Error', 'errored'],
  ['Aborted', 'aborted'],
  ['Inconclusive', 'inconclusive'],
]);

/**
 * The verifications of a stage that are finished, and the holds that are set.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go
 *
 * @public
 */
export function stageEntries(
  stage: LedgerStage,
  context: LedgerContext,
): LedgerEntry[] {
  const shared = {
    controlPlane: context.controlPlane,
    project: stage.project,
    stage: stage.name,
    subject: { kind: 'Stage' as const, name: stage.name },
    riskClass: context.riskClassOf?.(stage.project, stage.name),
  };
  const id = stageKey(context.controlPlane, stage);
  const verifications = (stage.verifications ?? []).flatMap(
    (verification): LedgerEntry[] => {
      const outcome = OUTCOMES.get(verification.phase);
      if (!outcome) return [];
      return [
        {
          ...shared,
          ...ofActor(verification.actor, context),
          id: `${id}:verification:${verification.id}`,
          kind: 'verification-finished',
          freight: verification.freight,
          version: verification.version,
          ...entryTime(verification.finishedAt, context.observedAt),
          outcome,
          message: redacted(verification.message, context),
          evidence: verification.analysisRun,
        },
      ];
    },
  );
  const holds = (stage.holds ?? []).map(
    (hold): LedgerEntry => ({
      ...shared,
      // Kargo itself holds nothing: a hold without an actor is one of which the actor was lost.
      ...ofActor(hold.actor ?? UNKNOWN_ACTOR, context),
      id: holdId(id, hold),
      kind: 'hold-set',
      origin: hold.origin,
      freight: hold.freight,
      version: context.versionOf?.(stage.project, hold.freight),
      ...entryTime(hold.createdAt, context.observedAt),
      evidence: hold.promotion,
    }),
  );
  return [...verifications, ...holds];
}

/**
 * The first part of the ids of a stage's entries.
 *
 * @public
 */
export function stageKey(
  controlPlane: string,
  stage: Pick<LedgerStage, 'project' | 'name'>,
): string {
  return `${controlPlane}/${stage.project}/${stage.name}`;
}

function holdId(stageId: string, hold: LedgerHold): string {
  const cause = hold.promotion ?? hold.createdAt ?? hold.freight;
  return `${stageId}:hold:${hold.origin}:${cause}`;
}

function ofActor(recorded: string | undefined, context: LedgerContext) {
  const { portalIdentities } = context;
  return {
    actor: actorOf(recorded, { portalIdentities }),
    path: promotionPath({ recorded, portalIdentities }),
  };
}
