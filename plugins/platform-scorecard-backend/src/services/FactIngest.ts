import {
  platformFactSchema,
  type IngestReport,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import type { PlatformFactStore } from '../database';
import { describeIssues } from '@fairway/backend-requests';

/** CloudEvents 1.0, "Size Limits": what every intermediary must forward. */
const MAX_FACT_BYTES = 64 * 1024;
/** PostgreSQL refuses entries of more than 2,704 bytes in the index that makes source and id unique. */
const MAX_KEY_BYTES = 2_000;
/** Clocks differ; what lies further ahead is a mistake of the sender. */
const MAX_FUTURE_MS = 5 * 60 * 1000;

type Verdict =
  | { readonly ok: true; readonly fact: PlatformFact }
  | { readonly ok: false; readonly reason: string };

/** Checks facts one by one and stores the good ones; a bad one never holds up the others. */
export class FactIngest {
  static create(options: {
    readonly getStore: () => PlatformFactStore;
    readonly now?: () => number;
  }): FactIngest {
    return new FactIngest(options.getStore, options.now ?? Date.now);
  }

  readonly #getStore: () => PlatformFactStore;
  readonly #now: () => number;

  private constructor(getStore: () => PlatformFactStore, now: () => number) {
    this.#getStore = getStore;
    this.#now = now;
  }

  /**
   * @param events - what was sent, not yet parsed
   * @param options - `reservedSources` may not be claimed by this sender
   * @throws ServiceUnavailableError while the database cannot be reached
   */
  async ingest(
    events: readonly unknown[],
    options: { readonly reservedSources?: readonly string[] } = {},
  ): Promise<IngestReport> {
    const store = this.#getStore();
    const now = this.#now();
    const facts: PlatformFact[] = [];
    const rejected: IngestReport['rejected'] = [];
    for (const [index, event] of events.entries()) {
      const verdict = judge(event, now, options.reservedSources ?? []);
      if (verdict.ok) {
        facts.push(verdict.fact);
      } else {
        rejected.push({ index, reason: verdict.reason });
      }
    }
    const accepted = facts.length > 0 ? await store.insert(facts, now) : 0;
    return {
      received: events.length,
      accepted,
      duplicates: facts.length - accepted,
      rejected,
    };
  }
}

function judge(
  event: unknown,
  now: number,
  reservedSources: readonly string[],
): Verdict {
  if (Buffer.byteLength(JSON.stringify(event) ?? '') > MAX_FACT_BYTES) {
    return { ok: false, reason: `larger than ${MAX_FACT_BYTES} bytes` };
  }
  const parsed = platformFactSchema.safeParse(event);
  if (!parsed.success) {
    return { ok: false, reason: describeIssues(parsed.error) };
  }
  const fact = parsed.data;
  const { source, id, subject, team } = fact;
  if (Buffer.byteLength(source) + Buffer.byteLength(id) > MAX_KEY_BYTES) {
    return {
      ok: false,
      reason: `source and id are longer than ${MAX_KEY_BYTES} bytes together`,
    };
  }
  if ([source, id, subject, team ?? ''].some(text => text.includes('\0'))) {
    return { ok: false, reason: 'contains the character U+0000' };
  }
  if (reservedSources.includes(source)) {
    return {
      ok: false,
      reason: `source: '${source}' is read by the scorecard itself`,
    };
  }
  if (Date.parse(fact.time) > now + MAX_FUTURE_MS) {
    return { ok: false, reason: 'time: lies in the future' };
  }
  return { ok: true, fact };
}
