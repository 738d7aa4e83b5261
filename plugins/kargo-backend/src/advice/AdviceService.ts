import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError, toError } from '@backstage/errors';
import {
  redactAdviceEvidence,
  type AdviceAnswer,
  type AdviceSubject,
  type AdviceVerdict,
  type AdvisorStatus,
  type DiagnosedFailure,
  type JudgedAdvice,
} from '@fairway/plugin-kargo-common';
import type { DiagnosisAdvisor } from '@fairway/plugin-kargo-node';
import { createHash, randomUUID } from 'node:crypto';
import type { AdviceRecord } from './AdviceRecord';
import type { AdviceStore } from './AdviceStore';
import { askAdvisor } from './askAdvisor';
import { unavailableReason } from './unavailableReason';

const DEFAULT_TIMEOUT_MS = 60_000;
/** A model costs money and time: how many may be asked at once by one replica. */
const MAX_RUNNING = 8;

interface Options {
  /** Looked up each time: modules may set it after this exists. */
  readonly getAdvisor: () => DiagnosisAdvisor | undefined;
  /** Absent: 60 seconds. */
  readonly timeoutMs?: number;
  readonly store: AdviceStore;
  readonly logger: LoggerService;
  readonly now?: () => Date;
  readonly createId?: () => string;
}

/** What a person asks a model about. */
export interface AdviceQuestion {
  readonly entityRef: string;
  readonly subject: AdviceSubject;
  /** Empty where nothing is wrong. */
  readonly failures: readonly DiagnosedFailure[];
  /** Entity ref of the person. */
  readonly askedBy: string;
  /** Aborted where they wait no longer. */
  readonly signal: AbortSignal;
}

/**
 * Advice on what was diagnosed. Whatever goes wrong, the diagnosis stands and the reader learns that there is no advice.
 * Advice that cannot be recorded is not shown.
 */
export class AdviceService {
  static create(options: Options): AdviceService {
    return new AdviceService(options);
  }

  readonly #options: Options;
  #running = 0;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Whether there is a model to ask. */
  get advisor(): AdvisorStatus {
    const model = this.#options.getAdvisor()?.model;
    return model === undefined ? { status: 'off' } : { status: 'on', model };
  }

  /** Asks the model about the failures of one promotion or stage. Never throws. */
  async ask(question: AdviceQuestion): Promise<AdviceAnswer> {
    const advisor = this.#options.getAdvisor();
    if (!advisor) return unavailable('No model is configured.');
    if (question.failures.length === 0) {
      return unavailable('Nothing is wrong that a model could explain.');
    }
    if (this.#running >= MAX_RUNNING) {
      return unavailable(unavailableReason('rate-limited'));
    }
    this.#running += 1;
    try {
      return await this.#ask(advisor, question);
    } finally {
      this.#running -= 1;
    }
  }

  /** @throws `NotFoundError` where there is no such advice */
  async get(id: string): Promise<AdviceRecord> {
    const record = await this.#options.store.get(id);
    if (!record) throw new NotFoundError(`There is no advice ${id}.`);
    return record;
  }

  /** @throws `NotFoundError`, or `ConflictError` where somebody else was faster */
  async judge(options: {
    readonly id: string;
    readonly verdict: AdviceVerdict;
    /** Entity ref of the person. */
    readonly by: string;
  }): Promise<JudgedAdvice> {
    const judged = await this.#options.store.judge({
      ...options,
      at: this.#time(),
    });
    if (!judged) throw new NotFoundError(`There is no advice ${options.id}.`);
    if (judged.by !== options.by) {
      throw new ConflictError(`${judged.by} has judged this advice already.`);
    }
    return judged;
  }

  async #ask(
    advisor: DiagnosisAdvisor,
    question: AdviceQuestion,
  ): Promise<AdviceAnswer> {
    const { store, logger, timeoutMs, createId } = this.#options;
    const { entityRef, subject, askedBy } = question;
    const evidence = redactAdviceEvidence(question);
    const deadline = AbortSignal.timeout(timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const answer = await askAdvisor(advisor, {
      evidence,
      signal: AbortSignal.any([question.signal, deadline]),
    });
    if (answer.status === 'failed') {
      const { kind, httpStatus } = answer.failure;
      const status = httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`;
      const line = `${advisor.model} gave no advice: ${kind}${status}`;
      if (kind === 'aborted') logger.debug(line);
      else logger.warn(line);
      return unavailable(unavailableReason(kind));
    }
    const record: AdviceRecord = {
      id: (createId ?? randomUUID)(),
      entityRef,
      subject,
      inputDigest: createHash('sha256')
        .update(JSON.stringify(evidence))
        .digest('hex'),
      model: advisor.model,
      output: answer.advice,
      askedBy,
      at: this.#time(),
      judged: undefined,
    };
    try {
      await store.insert(record);
    } catch (error) {
      logger.error('Advice could not be recorded', toError(error));
      return unavailable('The advice could not be recorded.');
    }
    const { id, output, model, at } = record;
    return { status: 'advice', id, advice: output, model, at };
  }

  #time(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}

function unavailable(reason: string): AdviceAnswer {
  return { status: 'unavailable', reason };
}
