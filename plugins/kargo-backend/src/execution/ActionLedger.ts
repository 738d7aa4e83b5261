import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  actionEntryId,
  type Caller,
  type LedgerEntry,
  type LedgerEntryOf,
} from '@fairway/plugin-kargo-common';
import type { LedgerStore } from '../ledger';
import type { ExecutionOutcome } from './ActionExecutor';
import type { ActionTarget, CheckedTarget } from './handlers';

/** What was asked for, by whom and why. */
export interface RequestedAction {
  readonly target: ActionTarget;
  readonly caller: Caller;
  readonly reason: string;
  /** Of this one target. */
  readonly requestId: string;
}

/** Enough for two stages of a project never to share one. */
const DIGEST_LENGTH = 32;

/** As much of the ledger as actions need. */
type Store = Pick<LedgerStore, 'append' | 'findByIds'>;

/** Requests for actions in the history, by which each is carried out once, whichever replica gets it. */
export class ActionLedger {
  readonly #store: Store;

  constructor(options: { readonly store: Store }) {
    this.#store = options.store;
  }

  /**
   * What came of the same request before.
   *
   * @throws `ConflictError` where somebody else, or for something else, has used its id
   */
  async findDone(
    action: RequestedAction,
  ): Promise<LedgerEntryOf<'action'> | undefined> {
    const [entry] = await this.#store.findByIds([
      actionEntryId(action.requestId, 'executed'),
    ]);
    if (entry?.kind !== 'action') return undefined;
    const { target, caller } = action;
    const isTheSame =
      entry.actor?.name === caller.ref &&
      entry.action === target.action &&
      entry.controlPlane === target.controlPlane &&
      entry.stage === target.stage;
    if (!isTheSame) {
      throw new ConflictError(
        'The id of this request was used for another promotion.',
      );
    }
    return entry;
  }

  /**
   * Writes down that it is going to be done. By this entry, what follows in Kargo is known to come from here; and it is
   * the lock of the request.
   *
   * @returns when that was
   *
   * @throws `ConflictError` where somebody is at it, or was
   */
  async begin(action: RequestedAction, checked: CheckedTarget): Promise<Date> {
    const at = new Date();
    const [isFirst] = await this.#store.append(
      [entryOf({ action, checked, at }, 'requested')],
      at,
    );
    if (!isFirst) {
      throw new ConflictError('This request is being carried out already.');
    }
    return at;
  }

  /** Writes down what came of it, and over which controls it passed. */
  async end(
    action: RequestedAction,
    checked: CheckedTarget,
    { begunAt, ...outcome }: ExecutionOutcome & { readonly begunAt: Date },
  ): Promise<void> {
    // In the order of the ledger the end comes after the beginning, also within a millisecond.
    const at = new Date(Math.max(Date.now(), begunAt.getTime() + 1));
    const done = { action, checked, at };
    const message =
      outcome.status === 'executed' ? outcome.promotion : outcome.reason;
    await this.#store.append(
      [
        entryOf(done, outcome.status, message),
        ...(checked.overridden.length > 0 && outcome.status === 'executed'
          ? [overrideOf(done)]
          : []),
      ],
      at,
    );
  }
}

/** An action, what was found of it, and a time in its course. */
interface Moment {
  readonly action: RequestedAction;
  readonly checked: CheckedTarget;
  readonly at: Date;
}

/** The id of one of several things that one request comes down to, as long as an id may be. */
export function targetRequestId(
  requestId: string,
  { stage }: Pick<ActionTarget, 'stage'>,
): string {
  const digest = createHash('sha256').update(stage).digest('hex');
  return `${requestId}/${digest.slice(0, DIGEST_LENGTH)}`;
}

function shared({ action, checked, at }: Moment) {
  const { target, caller, reason, requestId } = action;
  const { freight, version, riskClass } = checked;
  const { controlPlane, project, stage, subject } = target;
  return {
    controlPlane,
    project,
    stage,
    freight,
    version,
    riskClass,
    subject:
      subject.kind === 'Warehouse'
        ? { kind: subject.kind, name: subject.name }
        : { kind: 'Request' as const, name: requestId },
    at: at.toISOString(),
    timeBasis: 'recorded' as const,
    actor: { kind: 'person' as const, name: caller.ref, agent: caller.agent },
    reason,
    path: 'portal' as const,
  };
}

function entryOf(
  moment: Moment,
  outcome: 'requested' | ExecutionOutcome['status'],
  message?: string,
): LedgerEntry {
  const { action } = moment;
  return {
    ...shared(moment),
    id: actionEntryId(action.requestId, outcome),
    kind: 'action',
    action: action.target.action,
    outcome,
    message,
    requestId: action.requestId,
  };
}

function overrideOf(moment: Moment): LedgerEntry {
  const { action, checked } = moment;
  return {
    ...shared(moment),
    id: `portal/${action.requestId}:override`,
    kind: 'override',
    controls: [...checked.overridden],
    confirmedBy: checked.confirmedBy,
  };
}
