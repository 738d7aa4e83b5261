import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import {
  approvalReducer,
  openApproval,
  type ApprovalActor,
  type ApprovalBinding,
  type ApprovalDecision,
  type ApprovalEvent,
  type ApprovalPurpose,
  type ApprovalRequest,
  type Caller,
  type RiskClass,
} from '@fairway/plugin-kargo-common';
import { newsOf, type ApprovalNews } from './approvalNews';
import type { ApprovalFilter, ApprovalStore } from './ApprovalStore';
import { refusalError } from './refusalError';

const EXPIRE_BATCH = 100;

type ListenerOfNews = (news: ApprovalNews) => Promise<void> | void;

interface Options {
  readonly store: ApprovalStore;
  readonly logger: LoggerService;
  readonly now: () => Date;
  readonly createId: () => string;
  /** How long a request may be approved and used, ISO 8601 duration. */
  readonly lifetime: string;
  /** Told of everything that happened, once and after it is kept. Its failures change nothing. */
  readonly onNews: ListenerOfNews;
}

/**
 * Requests for approvals. Who the caller is was found out before; whether they may is decided here and in the store, at
 * the moment at which it happens.
 */
export class ApprovalService {
  static create(options: Options): ApprovalService {
    return new ApprovalService(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Asks for an approval. Where one is open for the same promotion, it is that one: asking twice changes nothing.
   *
   * @throws `NotAllowedError`, `InputError` or `ConflictError` saying why not
   */
  async request(options: {
    readonly caller: Caller;
    readonly purpose: ApprovalPurpose;
    readonly binding: Omit<ApprovalBinding, 'riskClass'>;
    readonly riskClass: Pick<RiskClass, 'name' | 'approvers'>;
    readonly ownerRef: string | undefined;
    readonly reason: string;
  }): Promise<ApprovalRequest> {
    const { store, lifetime, createId } = this.#options;
    const at = this.#time();
    const opened = openApproval({
      ...options,
      id: createId(),
      requester: options.caller,
      requestedAt: at,
      lifetime,
    });
    if (!opened.ok) throw refusalError(opened.refusal);
    let { added, request } = await store.insert(opened.request);
    if (!added && Date.parse(request.expiresAt) <= Date.parse(at)) {
      // What is over does not stand in the way of what is new.
      await this.#expireOne(request.id, at);
      ({ added, request } = await store.insert(opened.request));
    }
    if (added) {
      await this.#tell({
        type: 'requested',
        request,
        actor: request.requester,
        at,
      });
    }
    return request;
  }

  /** @throws `NotFoundError`, `NotAllowedError` or `ConflictError` saying why not */
  async decide(options: {
    readonly id: string;
    readonly caller: Caller;
    readonly verdict: ApprovalDecision['verdict'];
    readonly comment?: string;
  }): Promise<ApprovalRequest> {
    const { id, caller, verdict, comment } = options;
    const [request] = await this.#change([id], {
      type: 'decide',
      caller,
      verdict,
      ...(comment !== undefined && { comment }),
      at: this.#time(),
    });
    return request;
  }

  /** @throws `NotFoundError`, `NotAllowedError` or `ConflictError` saying why not */
  async withdraw(options: {
    readonly id: string;
    readonly caller: Caller;
  }): Promise<ApprovalRequest> {
    const [request] = await this.#change([options.id], {
      type: 'withdraw',
      caller: options.caller,
      at: this.#time(),
    });
    return request;
  }

  /**
   * Uses up approvals for a promotion, all of them or none. Only who comes first gets them: the promotion may be created
   * once this has resolved, and not before.
   *
   * @param options - `ids`: what `preflight` says that it uses
   *
   * @throws `NotFoundError`, `NotAllowedError` or `ConflictError` saying why not
   */
  async use(options: {
    readonly ids: readonly string[];
    readonly caller: Caller;
    readonly binding: ApprovalBinding;
  }): Promise<readonly ApprovalRequest[]> {
    const { ids, caller, binding } = options;
    return this.#change(ids, {
      type: 'use',
      caller,
      binding,
      at: this.#time(),
    });
  }

  /** Ends requests whose time is over, and returns how many this replica ended. */
  async expire(): Promise<number> {
    const at = this.#time();
    let expired = 0;
    for (const id of await this.#options.store.listOver({
      at,
      limit: EXPIRE_BATCH,
    })) {
      expired += await this.#expireOne(id, at);
    }
    return expired;
  }

  async get(id: string): Promise<ApprovalRequest> {
    const request = await this.#options.store.get(id);
    if (!request) throw notFound(id);
    return request;
  }

  /** The newest first. */
  async list(
    filter: ApprovalFilter,
    options: { readonly limit: number },
  ): Promise<readonly ApprovalRequest[]> {
    return this.#options.store.list(filter, options);
  }

  async #change(
    ids: readonly string[],
    event: Exclude<ApprovalEvent, { type: 'expire' }>,
  ): Promise<readonly ApprovalRequest[]> {
    const { store } = this.#options;
    const settled = new Map<string, ApprovalRequest>();
    const outcome = await store.change(ids, request => {
      const result = approvalReducer(request, event);
      if (result.ok) settled.set(request.id, result.request);
      return result;
    });
    if (outcome.status === 'not-found') throw notFound(outcome.id);
    if (outcome.status === 'refused') {
      if (outcome.refusal.code === 'expired') {
        await this.#expireOne(outcome.id, event.at);
      }
      throw refusalError(outcome.refusal);
    }
    for (const change of outcome.changes) {
      const { kind, ref, agent } = event.caller;
      const actor: ApprovalActor = { kind, ref, ...(agent && { agent }) };
      await this.#tell(newsOf(change, { actor, at: event.at }));
    }
    return ids.flatMap(id => settled.get(id) ?? []);
  }

  async #expireOne(id: string, at: string): Promise<number> {
    const outcome = await this.#options.store.change([id], request =>
      approvalReducer(request, { type: 'expire', at }),
    );
    // Refused where another replica was faster.
    if (outcome.status !== 'changed') return 0;
    for (const change of outcome.changes) {
      await this.#tell(newsOf(change, { actor: undefined, at }));
    }
    return outcome.changes.length;
  }

  async #tell(news: ApprovalNews): Promise<void> {
    try {
      await this.#options.onNews(news);
    } catch (error) {
      this.#options.logger.error(
        `That approval ${news.request.id} is ${news.type} could not be told`,
        toError(error),
      );
    }
  }

  #time(): string {
    return this.#options.now().toISOString();
  }
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(`There is no approval ${id}.`);
}
