import { toError } from '@backstage/errors';
import type { MetricSeries } from '@fairway/plugin-gpu-capacity-common';
import { readBounded } from './readBounded';
import { errorSchema, vectorSchema } from './queryAnswer';
import { Secrets } from './Secrets';

/** An answer to an instant query, or why there is none. */
export type PrometheusAnswer =
  | {
      readonly status: 'answered';
      readonly series: readonly MetricSeries[];
      /** The answer may lack something. */
      readonly warnings: readonly string[];
      /** The query may not mean what it was meant to. */
      readonly infos: readonly string[];
    }
  | { readonly status: 'failed'; readonly reason: string };

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_TEXTS = 5;

/** What a code says where the answer itself says nothing. */
const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: 'it does not accept the credentials',
  403: 'the credentials may not read it',
  404: 'there is no query API at the address',
  429: 'it has too many requests',
  503: 'it is overloaded, or has aborted the query',
};

/**
 * Asks the query API of Prometheus, or of what speaks it (Thanos, Mimir, VictoriaMetrics).
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export class PrometheusClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #timeoutMs: number;
  readonly #maxBytes: number;
  readonly #secrets: Secrets;

  /** @param options - `url`: without the path of the API; `timeoutMs`: for a whole answer; `maxBytes`: of an answer */
  constructor(options: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly timeoutMs: number;
    readonly maxBytes?: number;
  }) {
    this.#url = options.url.replace(/\/+$/, '');
    this.#headers = options.headers;
    this.#timeoutMs = options.timeoutMs;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#secrets = Secrets.ofHeaders(options.headers);
  }

  /**
   * Never throws.
   *
   * @param options - `atSeconds`: Unix time of the query; now by default
   */
  async query(
    expression: string,
    options: {
      readonly atSeconds?: number;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<PrometheusAnswer> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const form = new URLSearchParams({
      query: expression,
      timeout: `${this.#timeoutMs}ms`,
    });
    if (options.atSeconds !== undefined) {
      form.set('time', String(options.atSeconds));
    }
    try {
      const response = await fetch(`${this.#url}/api/v1/query`, {
        method: 'POST',
        headers: { ...this.#headers, accept: 'application/json' },
        body: form,
        // Credentials go nowhere else.
        redirect: 'manual',
        signal: options.signal
          ? AbortSignal.any([timeout, options.signal])
          : timeout,
      });
      const text = await readBounded(response, this.#maxBytes);
      return text === undefined
        ? failed(`its answer is larger than ${this.#maxBytes} bytes`)
        : this.#read(response, text);
    } catch (error) {
      return failed(
        timeout.aborted
          ? `it did not answer in ${this.#timeoutMs} ms`
          : this.#secrets.short(causeOf(error)),
      );
    }
  }

  #read({ status, ok }: Response, text: string): PrometheusAnswer {
    if (status >= 300 && status < 400) {
      return failed('it answers with a redirect, which is not followed');
    }
    const body = parseJson(text);
    const refusal = errorSchema.safeParse(body);
    if (refusal.success) {
      const { errorType, error } = refusal.data;
      return failed(this.#secrets.short(`${errorType}: ${error}`));
    }
    if (!ok) {
      const words = STATUS_WORDS[status] ?? 'it fails';
      return failed(`${words} (${status})`);
    }
    const vector = vectorSchema.safeParse(body);
    if (!vector.success) {
      return failed('its answer is not one of the query API');
    }
    const { data, warnings, infos } = vector.data;
    return {
      status: 'answered',
      series: data.result,
      warnings: this.#texts(warnings),
      infos: this.#texts(infos),
    };
  }

  #texts(texts: readonly string[] | null | undefined): readonly string[] {
    return (texts ?? [])
      .slice(0, MAX_TEXTS)
      .map(text => this.#secrets.short(text));
  }
}

function failed(reason: string): PrometheusAnswer {
  return { status: 'failed', reason };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What `fetch` throws says no more than that it failed. */
function causeOf(error: unknown): string {
  const { message, cause } = toError(error);
  return cause === undefined ? message : toError(cause).message || message;
}
