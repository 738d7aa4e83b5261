import { ConflictError, NotAllowedError, toError } from '@backstage/errors';
import {
  ANNOTATION_AGENT,
  ANNOTATION_REASON,
  ANNOTATION_REQUEST,
  ANNOTATION_REQUESTED_BY,
  type ActResponse,
  type PortalOrder,
} from '@fairway/plugin-kargo-common';
import type { ApprovalService } from '../approvals';
import type { CallerOptions, People } from '../approvals/People';
import type { WantedPromotion } from '../preflight/PreflightService';
import type { ActionExecutor, ExecutionOutcome } from './ActionExecutor';
import {
  targetRequestId,
  type ActionLedger,
  type RequestedAction,
} from './ActionLedger';
import type { EntityTargets } from './EntityTargets';
import type { CheckedTarget } from './handlers';

type ActionResult = ActResponse['results'][number];

/** What somebody wants to be carried out. */
export interface WantedAction {
  readonly order: PortalOrder;
  readonly reason: string;
  /** Made by who asks: the same request, sent again, is carried out once. */
  readonly requestId: string;
}

/** A promotion that somebody wants to be carried out. */
export type OrderedPromotion = Omit<WantedAction, 'order'> &
  WantedPromotion & { readonly intent: 'promote' | 'rollback' };

/** Errors that say that something may not be done now. */
const STANDING_AGAINST = new Set([
  'ConflictError',
  'NotAllowedError',
  'NotFoundError',
]);

interface Options {
  readonly approvals: Pick<ApprovalService, 'use'>;
  readonly executors: {
    of(controlPlane: string): Pick<ActionExecutor, 'execute'>;
  };
  readonly actionLedger: ActionLedger;
  readonly people: Pick<People, 'callerOf'>;
  readonly targets: Pick<EntityTargets, 'of'>;
}

/** Carries out actions, once each, after every control was asked at that moment. */
export class ExecutionService {
  readonly #approvals: Options['approvals'];
  readonly #executors: Options['executors'];
  readonly #ledger: ActionLedger;
  readonly #people: Options['people'];
  readonly #targets: Options['targets'];

  constructor(options: Options) {
    this.#approvals = options.approvals;
    this.#executors = options.executors;
    this.#ledger = options.actionLedger;
    this.#people = options.people;
    this.#targets = options.targets;
  }

  /**
   * @returns the name of the promotion
   *
   * @throws as `act` does
   */
  async promote(
    entityRef: string,
    { reason, requestId, ...wanted }: OrderedPromotion,
    options: CallerOptions,
  ): Promise<{ readonly promotion: string }> {
    const { controlPlane, stage, freight, intent } = wanted;
    const { results } = await this.act(
      entityRef,
      {
        order: { action: 'promote', controlPlane, stage, freight, intent },
        reason,
        requestId,
      },
      options,
    );
    const promotion = results[0]?.promotion;
    if (!promotion) throw new ConflictError('Kargo named no promotion.');
    return { promotion };
  }

  /**
   * Does all that an order comes down to. Of several things, what stands against one does not stop the others.
   *
   * @throws where it is one thing that was not done: `ConflictError` naming all that stands against it,
   * `NotAllowedError` where it is not carried out here; `NotFoundError` where there is nothing of that name
   */
  async act(
    entityRef: string,
    { order, reason, requestId }: WantedAction,
    options: CallerOptions,
  ): Promise<ActResponse> {
    const caller = await this.#people.callerOf(options);
    const targets = await this.#targets.of(entityRef, order, options);
    const isOne = order.action !== 'promote-downstream';
    const results: ActionResult[] = [];
    for (const target of targets) {
      const { subject } = target;
      const action: RequestedAction = {
        target,
        caller,
        reason,
        requestId: isOne ? requestId : targetRequestId(requestId, target),
      };
      try {
        const outcome = await this.#carryOut(action, options);
        results.push(
          outcome.status === 'executed'
            ? { subject, outcome: 'executed', promotion: outcome.promotion }
            : { subject, outcome: outcome.status, message: outcome.reason },
        );
        if (isOne && outcome.status !== 'executed') {
          throw new ConflictError(outcome.reason);
        }
      } catch (error) {
        const { name, message } = toError(error);
        if (isOne || !STANDING_AGAINST.has(name)) throw error;
        results.push({ subject, outcome: 'blocked', message });
      }
    }
    return { results };
  }

  /** @throws where it may not be tried at all */
  async #carryOut(
    action: RequestedAction,
    options: CallerOptions,
  ): Promise<ExecutionOutcome> {
    const done = await this.#ledger.findDone(action);
    if (done) return { status: 'executed', promotion: done.message };
    const checked = await action.target.check();
    requireClear(checked);
    const begunAt = await this.#ledger.begin(action, checked);
    const outcome = await this.#execute(action, checked, options);
    await this.#ledger.end(action, checked, { ...outcome, begunAt });
    return outcome;
  }

  async #execute(
    { target, caller, reason, requestId }: RequestedAction,
    { approvals, work }: CheckedTarget,
    options: CallerOptions,
  ): Promise<ExecutionOutcome> {
    if (!work) return { status: 'refused', reason: 'There is nothing to do.' };
    try {
      if (approvals && approvals.ids.length > 0) {
        const { ids, binding } = approvals;
        await this.#approvals.use({ ids, caller, binding });
      }
      return await this.#executors.of(target.controlPlane).execute(
        {
          controlPlane: target.controlPlane,
          work,
          caller,
          annotations: {
            [ANNOTATION_REQUEST]: requestId,
            [ANNOTATION_REQUESTED_BY]: caller.ref,
            [ANNOTATION_REASON]: reason,
            ...(caller.agent && { [ANNOTATION_AGENT]: caller.agent }),
          },
        },
        options,
      );
    } catch (error) {
      return { status: 'refused', reason: toError(error).message };
    }
  }
}

/** @throws `ConflictError` naming all that stands against it, `NotAllowedError` where it is not carried out here */
function requireClear({ decision, blockers }: CheckedTarget): void {
  if (decision === 'clear') return;
  const message = blockers.map(blocker => blocker.message).join(' ');
  throw blockers.some(({ control }) => control === 'execution-mode')
    ? new NotAllowedError(message)
    : new ConflictError(message);
}
