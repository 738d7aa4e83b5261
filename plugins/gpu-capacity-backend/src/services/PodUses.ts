import { setTimeout as delay } from 'node:timers/promises';
import type { PodUse } from '@fairway/plugin-gpu-capacity-common';
import type { MetricsReading, PodUseRequest } from '../prometheus';

/** A pod whose use is asked for. */
export interface AskedPod extends PodUseRequest {
  readonly cluster: string;
  readonly uid: string;
}

/** What a pod has used, and over which period that was asked for. */
export interface KnownUse {
  readonly reading: MetricsReading<PodUse>;
  readonly periodSeconds: number;
}

/** What is known of pods, by uid; those are missing of which it is still being read. */
export type KnownUses = ReadonlyMap<string, KnownUse>;

interface Entry {
  readonly startedAt: number;
  done: Promise<void>;
  known: KnownUse | undefined;
}

const LIFETIME_MS = 30 * 60_000;
/** After a failure everybody gets its reason, and nothing is asked of that cluster. */
const PAUSE_MS = 5 * 60_000;
/** Nobody waits for longer than this, and only for what was not asked for before. */
const FIRST_ANSWER_MS = 300;
const MAX_ENTRIES = 2_000;

/** Reads what pods have used over days, in the background, one pod of a cluster after the other, and keeps it for a while. */
export class PodUses {
  readonly #read: (pod: AskedPod) => Promise<MetricsReading<PodUse>>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #failures = new Map<
    string,
    { readonly reason: string; readonly until: number }
  >();

  /** @param options - `read` must not reject; `now`: in milliseconds since 1970 */
  constructor(options: {
    readonly read: (pod: AskedPod) => Promise<MetricsReading<PodUse>>;
    readonly now?: () => number;
  }) {
    this.#read = options.read;
    this.#now = options.now ?? Date.now;
  }

  async of(pods: readonly AskedPod[]): Promise<KnownUses> {
    const isAsked = pods.map(pod => this.#entries.has(keyOf(pod)));
    const entries = pods.map(pod => this.#entryOf(pod));
    const asked = entries.filter((_, index) => !isAsked[index]);
    if (asked.length > 0) await firstOf(asked.map(({ done }) => done));
    return new Map(
      entries.flatMap(({ known }, index) =>
        known ? [[pods[index].uid, known]] : [],
      ),
    );
  }

  #entryOf(pod: AskedPod): Entry {
    const key = keyOf(pod);
    const entry = this.#entries.get(key);
    const isOld =
      entry?.known && this.#now() - entry.startedAt >= lifetimeOf(entry.known);
    if (entry && !isOld) return entry;
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    const fresh = this.#ask(pod, entry?.known);
    this.#entries.set(key, fresh);
    return fresh;
  }

  #ask(pod: AskedPod, before: KnownUse | undefined): Entry {
    const { cluster, span } = pod;
    const entry: Entry = {
      startedAt: this.#now(),
      done: Promise.resolve(),
      // What was known half an hour ago is better than nothing while it is read anew.
      known: before?.reading.status === 'observed' ? before : undefined,
    };
    entry.done = (this.#queues.get(cluster) ?? entry.done).then(async () => {
      const reading = this.#failureOf(cluster) ?? (await this.#read(pod));
      if (reading.status === 'unobserved') this.#fail(cluster, reading.reason);
      entry.known = { reading, periodSeconds: span.periodSeconds };
    });
    this.#queues.set(cluster, entry.done);
    return entry;
  }

  #failureOf(cluster: string): MetricsReading<PodUse> | undefined {
    const failure = this.#failures.get(cluster);
    return failure && this.#now() < failure.until
      ? { status: 'unobserved', reason: failure.reason }
      : undefined;
  }

  #fail(cluster: string, reason: string): void {
    if (this.#failureOf(cluster)) return;
    this.#failures.set(cluster, { reason, until: this.#now() + PAUSE_MS });
  }
}

function lifetimeOf({ reading }: KnownUse): number {
  return reading.status === 'observed' ? LIFETIME_MS : PAUSE_MS;
}

function keyOf({ cluster, uid }: AskedPod): string {
  return `${cluster} ${uid}`;
}

async function firstOf(asked: ReadonlyArray<Promise<void>>): Promise<void> {
  const timeout = new AbortController();
  await Promise.race([
    Promise.all(asked),
    delay(FIRST_ANSWER_MS, undefined, { signal: timeout.signal }).catch(
      () => {},
    ),
  ]);
  timeout.abort();
}
