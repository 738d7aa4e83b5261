import { toError } from '@backstage/errors';
import { redact } from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';
import type { KargoRequest } from './kargoRequests';
import type { KargoToken } from './KargoToken';

/** An answer of Kargo's API, or why there is none. */
export type KargoAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  /** Kargo did not do it. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly message: string;
    }
  /** Nobody knows what Kargo did. */
  | { readonly kind: 'lost'; readonly message: string };

const MAX_BYTES = 1024 * 1024;
const MAX_MESSAGE = 500;

const errorSchema = z.object({ error: z.string().min(1) });

interface Words {
  applies(status: number): boolean;
  readonly words: (status: number, said: string) => string;
}

const REFUSALS: readonly Words[] = [
  {
    applies: status => status >= 300 && status < 400,
    words: () =>
      'Kargo answered with a redirect, which is not followed with your token. Your platform team can correct the address in kargo.execution.executors.',
  },
  {
    applies: status => status === 401,
    words: (_, said) =>
      `Kargo does not accept your token${said}. Sign in again.`,
  },
  {
    applies: status => status === 403,
    words: (_, said) => `Kargo does not let you do this${said}.`,
  },
  {
    applies: status => status === 404,
    words: (_, said) =>
      said
        ? `Kargo did not find it${said}.`
        : 'Kargo did not find it, or is older than v1.9 and has no such API.',
  },
  {
    applies: status => status === 409,
    words: (_, said) =>
      `Somebody changed it at the same time${said}. Try again.`,
  },
  {
    applies: status => status === 429,
    words: () => 'Kargo has too many requests at the moment. Try again later.',
  },
  {
    applies: () => true,
    words: (status, said) => `Kargo refused it (${status})${said}.`,
  },
];

/** Talks to the API of one Kargo, each time with the token of the person who asks. */
export class KargoApiClient {
  readonly #url: string;
  readonly #timeoutMs: number;

  /** @param options - `url`: without a path; `timeoutMs`: for the whole answer */
  constructor(options: { readonly url: string; readonly timeoutMs: number }) {
    this.#url = options.url.replace(/\/+$/, '');
    this.#timeoutMs = options.timeoutMs;
  }

  async send(request: KargoRequest, token: KargoToken): Promise<KargoAnswer> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(`${this.#url}${request.path}`, {
        method: request.method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token.reveal()}`,
          ...(request.body && { 'content-type': 'application/json' }),
        },
        body: request.body && JSON.stringify(request.body),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      status = response.status;
      text = await readText(response);
    } catch (error) {
      return { kind: 'lost', message: lostWords(error, this.#timeoutMs) };
    }
    if (status >= 500) {
      return {
        kind: 'lost',
        message: `Kargo failed (${status})${saidIn(
          text,
          token,
        )}. Look there whether it was done.`,
      };
    }
    if (status < 200 || status >= 300) {
      const rule = REFUSALS.find(({ applies }) => applies(status));
      const message = rule?.words(status, saidIn(text, token)) ?? '';
      return { kind: 'refused', status, message };
    }
    return { kind: 'done', body: parse(text) };
  }
}

/** @throws where the answer is larger than any of Kargo's is */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > MAX_BYTES) throw new Error('the answer is too large');
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What Kargo says of an error, without what must not be repeated. */
function saidIn(text: string, token: KargoToken): string {
  const body = errorSchema.safeParse(parse(text));
  if (!body.success) return '';
  const said = body.data.error.split(token.reveal()).join('[redacted]');
  return `: ${redact(said).slice(0, MAX_MESSAGE).replace(/\.+$/, '')}`;
}

function lostWords(error: unknown, timeoutMs: number): string {
  return toError(error).name === 'TimeoutError'
    ? `Kargo did not answer within ${
        timeoutMs / 1000
      } seconds. Look there whether it was done.`
    : 'Kargo could not be reached, or its answer was lost. Look there whether it was done.';
}
