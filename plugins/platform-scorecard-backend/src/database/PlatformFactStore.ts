import type {
  FactKind,
  PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';

/** A fact with its place in the order of arrival. Times are milliseconds since the epoch. */
export interface StoredFact {
  readonly ingestSeq: number;
  readonly observedAt: number;
  readonly fact: PlatformFact;
}

/** What is stored of one CloudEvents source. */
export interface SourceSummary {
  readonly source: string;
  readonly facts: number;
  readonly firstFactAt: number;
  readonly lastFactAt: number;
}

/** How far a polled source has been read, and its health. */
export interface SourceState {
  readonly source: string;
  readonly cursor?: string;
  readonly lastOkAt?: number;
  readonly lagMs?: number;
  readonly error?: string;
}

/** Keeps facts. They are only ever added; a fact with a known source and id changes nothing. */
export interface PlatformFactStore {
  /** Adds facts and returns how many of them were new. */
  insert(facts: readonly PlatformFact[], observedAt: number): Promise<number>;
  /** All facts about services, but those of the sources named. */
  listServiceFacts(options: {
    readonly excludeSources: readonly string[];
  }): Promise<PlatformFact[]>;
  /** Facts in the reverse order of arrival; `next` is where the following page begins, absent on the last one. */
  listFacts(options: {
    readonly kind?: FactKind;
    readonly excludeSources: readonly string[];
    readonly before?: number;
    readonly limit: number;
  }): Promise<{
    readonly items: readonly StoredFact[];
    readonly next?: number;
  }>;
  summariseSources(): Promise<SourceSummary[]>;
  getSourceState(source: string): Promise<SourceState | undefined>;
  listSourceStates(): Promise<SourceState[]>;
  saveSourceState(state: SourceState): Promise<void>;
}
