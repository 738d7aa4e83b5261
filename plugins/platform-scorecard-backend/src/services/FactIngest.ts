import {
  FACT_KINDS,
  FACT_TYPE_PREFIX,
  foreignFactSchema,
  platformFactSchema,
  type ForeignFact,
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
/** No platform of today is older; what lies further back is a clock that was never set. */
const MAX_AGE_MS = 20 * 365.25 * 24 * 60 * 60 * 1000;

const KNOWN_TYPES: ReadonlySet<string> = new Set(
  FACT_KINDS.map(kind => `${FACT_TYPE_PREFIX}${kind}`),
);

/** What a sender may say. */
export interface SenderRights {
  /** Sources that it may not claim. */
  readonly reservedSources?: readonly string[];
  /** Whether it may say who did something: producers have evidence, anybody else only claims it. Default: yes. */
  readonly mayNameActors?: boolean;
}

type Verdict =
  | { readonly ok: true; readonly fact: PlatformFact | ForeignFact }
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
   * @throws ServiceUnavailableError while the database cannot be reached
   */
  async ingest(
    events: readonly unknown[],
    rights: SenderRights = {},
  ): Promise<IngestReport> {
    const store = this.#getStore();
    const now = this.#now();
    const good: Array<{ index: number; fact: PlatformFact | ForeignFact }> = [];
    const rejected: IngestReport['rejected'] = [];
    for (const [index, event] of events.entries()) {
      const verdict = judge(event, now, rights);
      if (verdict.ok) {
        good.push({ index, fact: verdict.fact });
      } else {
        rejected.push({ index, reason: verdict.reason });
      }
    }
    if (good.length === 0) {
      return { received: events.length, accepted: 0, duplicates: 0, rejected };
    }
    const { inserted, conflicts } = await store.insert(
      good.map(({ fact }) => fact),
      now,
    );
    for (const place of conflicts) {
      rejected.push({
        index: good[place].index,
        reason:
          'id: known with other content; send a correction as a new fact that supersedes it',
      });
    }
    return {
      received: events.length,
      accepted: inserted,
      duplicates: good.length - inserted - conflicts.length,
      rejected: rejected.sort((a, b) => a.index - b.index),
    };
  }
}

function judge(
  event: unknown,
  now: number,
  { reservedSources = [], mayNameActors = true }: SenderRights,
): Verdict {
  if (Buffer.byteLength(JSON.stringify(event) ?? '') > MAX_FACT_BYTES) {
    return { ok: false, reason: `larger than ${MAX_FACT_BYTES} bytes` };
  }
  const parsed = schemaFor(event).safeParse(event);
  if (!parsed.success) {
    return { ok: false, reason: describeIssues(parsed.error) };
  }
  const fact = parsed.data;
  const { source, id, supersedes = '' } = fact;
  const longest = Math.max(
    Buffer.byteLength(id),
    Buffer.byteLength(supersedes),
  );
  if (Buffer.byteLength(source) + longest > MAX_KEY_BYTES) {
    return {
      ok: false,
      reason: `source and id are longer than ${MAX_KEY_BYTES} bytes together`,
    };
  }
  if (Object.values(fact).some(hasNull)) {
    return { ok: false, reason: 'contains the character U+0000' };
  }
  if (supersedes === id) {
    return { ok: false, reason: 'supersedes: a fact cannot supersede itself' };
  }
  if (fact.actor !== undefined && !mayNameActors) {
    return {
      ok: false,
      reason: 'actor: a user cannot say who did something, only a producer can',
    };
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
  if (Date.parse(fact.time) < now - MAX_AGE_MS) {
    return { ok: false, reason: 'time: lies more than 20 years back' };
  }
  return { ok: true, fact };
}

/** Types that are not known are kept as they are; of those that are, the data must be right. */
function schemaFor(event: unknown) {
  const type =
    typeof event === 'object' && event !== null && 'type' in event
      ? event.type
      : undefined;
  return typeof type === 'string' && !KNOWN_TYPES.has(type)
    ? foreignFactSchema
    : platformFactSchema;
}

/** PostgreSQL stores no U+0000 in text; within data JSON escapes it. */
function hasNull(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}
