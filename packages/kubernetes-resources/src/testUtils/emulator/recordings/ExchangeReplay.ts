import { z } from 'zod/v4';
import type { KubernetesApiEmulator } from '../KubernetesApiEmulator';
import { comparableBody } from './comparable';
import type { RecordedExchange } from './RecordedExchange';

export const ADMIN_TOKEN = 'admin-token';
export const ALICE_TOKEN = 'alice-token';

/** What is compared of an exchange: status code, content type and the parts of the body that are not incidental. */
interface Outcome {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

function parseBody(text: string, contentType: string | undefined): unknown {
  return contentType?.startsWith('application/json') && text !== ''
    ? JSON.parse(text)
    : text;
}

const eventSchema = z.object({ type: z.string(), object: z.unknown() });

/** The events of a stream without what is incidental. */
function streamOutcome(events: readonly unknown[]): unknown {
  return z
    .array(eventSchema)
    .parse(events)
    .map(({ type, object }) => ({ type, object: comparableBody(object) }));
}

export function recordedOutcome({
  request,
  response,
}: RecordedExchange): Outcome {
  const contentType = response.headers['content-type'];
  const isHead = request.method === 'HEAD';
  return {
    status: response.status,
    contentType: Array.isArray(contentType) ? contentType[0] : contentType,
    body: response.stream
      ? streamOutcome(response.stream.map(({ event }) => event))
      : isHead || comparableBody(response.body),
  };
}

const identifiedSchema = z.object({ metadata: z.object({ uid: z.string() }) });

/** Sends recorded requests to an emulator and gives what is comparable of the answers. */
export class ExchangeReplay {
  readonly #url: string;
  /** Recorded uids that later requests repeat, and what they are here. */
  readonly #uids = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  async outcome(
    exchange: RecordedExchange,
    options: { readonly anonymous?: boolean } = {},
  ): Promise<Outcome> {
    const { request, response: recorded } = exchange;
    const { authorization = `Bearer ${ADMIN_TOKEN}`, ...headers } =
      request.headers;
    const response = await fetch(`${this.#url}${request.path}`, {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(!options.anonymous && {
          authorization: authorization.replace('<token of alice>', ALICE_TOKEN),
        }),
      },
      body: this.#requestBody(request.body),
      redirect: 'manual',
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? undefined;
    const { status } = response;
    if (recorded.stream && response.ok) {
      const lines = text.split('\n').filter(line => line !== '');
      return {
        status,
        contentType,
        body: streamOutcome(lines.map(line => JSON.parse(line))),
      };
    }
    const body = parseBody(text, contentType);
    this.#learnUid(recorded.body, body);
    return {
      status,
      contentType,
      body: request.method === 'HEAD' || comparableBody(body),
    };
  }

  #learnUid(recorded: unknown, actual: unknown): void {
    const theirs = identifiedSchema.safeParse(recorded);
    const ours = identifiedSchema.safeParse(actual);
    if (theirs.success && ours.success) {
      this.#uids.set(theirs.data.metadata.uid, ours.data.metadata.uid);
    }
  }

  #requestBody(body: unknown): string | undefined {
    if (body === undefined) {
      return undefined;
    }
    let text = typeof body === 'string' ? body : JSON.stringify(body);
    for (const [recorded, actual] of this.#uids) {
      text = text.replaceAll(recorded, actual);
    }
    return text;
  }
}

const versionedSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
});

/** Moves the emulator to the revision of the recorded answer: before a write, to the one that precedes it. */
export function catchUp(
  emulator: KubernetesApiEmulator,
  { request, response }: RecordedExchange,
): void {
  const body = versionedSchema.safeParse(response.body);
  if (body.success) {
    const revision = Number(body.data.metadata.resourceVersion);
    const writes = !['GET', 'HEAD', 'DELETE'].includes(request.method);
    emulator.store.advanceTo(writes ? revision - 1 : revision);
  }
}
