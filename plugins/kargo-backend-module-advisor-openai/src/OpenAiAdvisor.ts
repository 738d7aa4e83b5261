import {
  redactAdviceEvidence,
  type AdviceEvidence,
} from '@fairway/plugin-kargo-common';
import type {
  AdvisorAnswer,
  DiagnosisAdvisor,
} from '@fairway/plugin-kargo-node';
import OpenAI, { APIError } from 'openai';
import { boundedFetch } from './boundedFetch';
import { failureOf } from './failureOf';
import { ANSWER_FORMAT, INSTRUCTIONS } from './instructions';
import type { AdvisorSettings } from './readAdvisorConfig';
import { readCompletion } from './readCompletion';

const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * Asks a model behind an endpoint that speaks the chat completions of OpenAI. One request without tools for one answer:
 * a person who wants another try asks again.
 */
export class OpenAiAdvisor implements DiagnosisAdvisor {
  static create(settings: AdvisorSettings): OpenAiAdvisor {
    return new OpenAiAdvisor(settings);
  }

  readonly model: string;
  readonly #client: OpenAI;
  readonly #timeoutMs: number;
  readonly #maxTokens: number;

  private constructor(settings: AdvisorSettings) {
    this.model = settings.model;
    this.#timeoutMs = settings.timeoutMs;
    this.#maxTokens = settings.maxTokens;
    this.#client = new OpenAI({
      baseURL: settings.baseUrl,
      // The client will not start without a key; an endpoint that wants none is sent none.
      apiKey: settings.apiKey ?? 'none',
      ...(settings.apiKey === undefined && {
        defaultHeaders: { Authorization: null },
      }),
      // Else they come from the environment, and belong to another service than the one configured here.
      adminAPIKey: null,
      organization: null,
      project: null,
      // Else the environment can make the client log what it sends.
      logLevel: 'off',
      maxRetries: 0,
      timeout: settings.timeoutMs,
      fetch: boundedFetch(MAX_ANSWER_BYTES),
      // Evidence goes to the endpoint that is configured, and nowhere else.
      fetchOptions: { redirect: 'error' },
    });
  }

  async advise(request: {
    readonly evidence: AdviceEvidence;
    readonly signal: AbortSignal;
  }): Promise<AdvisorAnswer> {
    const evidence = redactAdviceEvidence(request.evidence);
    const caller = request.signal;
    // The timeout of the client ends with the headers of the answer; this one covers the body too.
    const deadline = AbortSignal.timeout(this.#timeoutMs);
    try {
      const completion = await this.#complete(
        evidence,
        AbortSignal.any([caller, deadline]),
      );
      return readCompletion(completion);
    } catch (error) {
      return {
        status: 'failed',
        failure: failureOf(error, { caller, deadline }),
      };
    }
  }

  async #complete(
    evidence: AdviceEvidence,
    signal: AbortSignal,
  ): Promise<unknown> {
    const body = {
      model: this.model,
      messages: [
        { role: 'system' as const, content: INSTRUCTIONS },
        { role: 'user' as const, content: JSON.stringify({ evidence }) },
      ],
      response_format: ANSWER_FORMAT,
    };
    const { completions } = this.#client.chat;
    try {
      return await completions.create(
        { ...body, max_completion_tokens: this.#maxTokens },
        { signal },
      );
    } catch (error) {
      if (!wantsOldLimit(error)) throw error;
      return completions.create(
        { ...body, max_tokens: this.#maxTokens },
        { signal },
      );
    }
  }
}

/** Newer models refuse `max_tokens`, and some endpoints know nothing else. */
function wantsOldLimit(error: unknown): boolean {
  return (
    error instanceof APIError &&
    (error.status === 400 || error.status === 422) &&
    error.message.includes('max_completion_tokens')
  );
}
