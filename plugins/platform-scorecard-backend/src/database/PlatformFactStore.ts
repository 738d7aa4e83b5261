import type {
  FactKind,
  ForeignFact,
  PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';

/** A fact with its place in the order of arrival. Times are milliseconds since the epoch. */
export interface StoredFact {
  readonly ingestSeq: number;
  readonly observedAt: number;
  readonly fact: PlatformFact | ForeignFact;
}

/** What became of facts that were to be added. */
export interface InsertReport {
  /** How many were new. */
  readonly inserted: number;
  /** Places of facts whose source and id are known with other content; they are not stored. */
  readonly conflicts: readonly number[];
}

/** What is stored of one CloudEvents source. */
export interface SourceSummary {
  readonly source: string;
  readonly facts: number;
  /** Of these, facts of kinds that this version does not know. */
  readonly unknownKinds: number;
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
  /** Which part of it could not be read at the last poll that worked. */
  readonly partial?: string;
}

/** Keeps facts. They are only ever added; a fact with a known source and id changes nothing. */
export interface PlatformFactStore {
  insert(
    facts: ReadonlyArray<PlatformFact | ForeignFact>,
    observedAt: number,
  ): Promise<InsertReport>;
  /** All facts about services that count, but those of the sources named. */
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
