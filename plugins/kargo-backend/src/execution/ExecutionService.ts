import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  actionEntryId,
  ANNOTATION_REASON,
  ANNOTATION_REQUEST,
  ANNOTATION_REQUESTED_BY,
  type Caller,
  type LedgerEntry,
} from '@fairway/plugin-kargo-common';
import type { ApprovalService } from '../approvals';
import type { CallerOptions, People } from '../approvals/People';
import type { LedgerStore } from '../ledger';
import type {
  PreflightResult,
  PreflightService,
  WantedPromotion,
} from '../preflight/PreflightService';
import type { PersonIdentities } from './PersonIdentities';
import type { ExecutionOutcome, PromotionExecutor } from './PromotionExecutor';

/** A promotion that somebody wants to be carried out. */
export interface OrderedPromotion extends WantedPromotion {
  readonly reason: string;
  /** Made by who asks: the same request, sent again, is carried out once. */
  readonly requestId: string;
}

/** Carries out promotions, once each, after every control was asked at that moment. */
export class ExecutionService {
  readonly #approvals: ApprovalService;
  readonly #executor: PromotionExecutor;
  readonly #identities: PersonIdentities;
  readonly #ledger: LedgerStore;
  readonly #people: People;
  readonly #preflights: PreflightService;

  constructor(options: {
    readonly approvals: ApprovalService;
    readonly executor: PromotionExecutor;
    readonly identities: PersonIdentities;
    readonly ledger: LedgerStore;
    readonly people: People;
    readonly preflights: PreflightService;
  }) {
    this.#approvals = options.approvals;
    this.#executor = options.executor;
    this.#identities = options.identities;
    this.#ledger = options.ledger;
    this.#people = options.people;
    this.#preflights = options.preflights;
  }

  /**
   * @returns the name of the promotion
   *
   * @throws `ConflictError` naming all that stands against it, `NotAllowedError` where it is not carried out here
   */
  async promote(
    entityRef: string,
    order: OrderedPromotion,
    options: CallerOptions,
  ): Promise<{ readonly promotion: string }> {
    const caller = await this.#people.callerOf(options);
    const done = await this.#findDone(order, caller);
    if (done) return { promotion: done };
    const checked = await this.#preflights.examine(entityRef, order, options);
    const { view } = checked;
    if (view.executionMode !== 'execute') {
      throw new NotAllowedError(
        `Promotions of the class ${view.binding.riskClass} are not carried out here.`,
      );
    }
    if (view.decision === 'blocked') {
      throw new ConflictError(
        view.blockers.map(({ message }) => message).join(' '),
      );
    }
    const entryOf = entries(order, checked, caller);
    // Written first: by this entry, what follows in Kargo is known to come from here; and it is the lock of the request.
    const [isFirst] = await this.#ledger.append(
      [entryOf('requested')],
      new Date(),
    );
    if (!isFirst) {
      throw new ConflictError('This request is being carried out already.');
    }
    const outcome = await this.#carryOut(order, checked, caller, options);
    await this.#ledger.append(
      [
        entryOf(
          outcome.status,
          outcome.status === 'executed' ? outcome.promotion : outcome.reason,
        ),
      ],
      new Date(),
    );
    if (outcome.status !== 'executed') throw new ConflictError(outcome.reason);
    return { promotion: outcome.promotion };
  }

  async #carryOut(
    order: OrderedPromotion,
    { view, uses }: PreflightResult,
    caller: Caller,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<ExecutionOutcome> {
    const { controlPlane, project, stage, freight } = view.binding;
    try {
      if (uses.length > 0) {
        await this.#approvals.use({ ids: uses, caller, binding: view.binding });
      }
      return await this.#executor.promote({
        controlPlane,
        project,
        stage,
        freight,
        person: await this.#identities.identify(caller, options),
        annotations: {
          [ANNOTATION_REQUEST]: order.requestId,
          [ANNOTATION_REQUESTED_BY]: caller.ref,
          [ANNOTATION_REASON]: order.reason,
        },
      });
    } catch (error) {
      return {
        status: 'refused',
        reason: error instanceof Error ? error.message : 'unknown error',
      };
    }
  }

  /**
   * The promotion that came of the request before.
   *
   * @throws `ConflictError` where somebody else, or for something else, has used the id of the request
   */
  async #findDone(
    order: OrderedPromotion,
    caller: Caller,
  ): Promise<string | undefined> {
    const [entry] = await this.#ledger.findByIds([
      actionEntryId(order.requestId, 'executed'),
    ]);
    if (entry?.kind !== 'action') return undefined;
    const isTheSame =
      entry.actor?.name === caller.ref &&
      entry.controlPlane === order.controlPlane &&
      entry.stage === order.stage;
    if (!isTheSame) {
      throw new ConflictError(
        'The id of this request was used for another promotion.',
      );
    }
    return entry.message;
  }
}

function entries(
  order: OrderedPromotion,
  { view }: PreflightResult,
  caller: Caller,
) {
  const { controlPlane, project, stage, freight, riskClass } = view.binding;
  return (
    outcome: 'requested' | ExecutionOutcome['status'],
    message?: string,
  ): LedgerEntry => ({
    id: actionEntryId(order.requestId, outcome),
    kind: 'action',
    action: 'promote',
    outcome,
    message,
    requestId: order.requestId,
    controlPlane,
    project,
    stage,
    freight,
    version: view.version,
    riskClass,
    subject: { kind: 'Request', name: order.requestId },
    at: new Date().toISOString(),
    timeBasis: 'recorded',
    actor: { kind: 'person', name: caller.ref, agent: caller.agent },
    reason: order.reason,
    path: 'portal',
  });
}
