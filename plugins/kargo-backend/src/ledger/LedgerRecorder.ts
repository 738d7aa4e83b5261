import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import { SourceRecorder, type RecorderSettings } from './SourceRecorder';
import type { LedgerSource } from './LedgerSource';
import type { LedgerStore } from './LedgerStore';

/** Periods of the recorder, in milliseconds. */
export interface RecorderTiming {
  /** Changes within this time are written together. */
  readonly batchMs: number;
  /** How often everything that the control planes list is compared with the ledger. */
  readonly reconcileMs: number;
  /** How long something has to be in the ledger before its absence from a control plane counts. */
  readonly graceMs: number;
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
}

const DEFAULT_TIMING: RecorderTiming = {
  batchMs: 1_000,
  reconcileMs: 5 * 60_000,
  graceMs: 10 * 60_000,
  firstRetryMs: 1_000,
  lastRetryMs: 60_000,
};

interface RecorderOptions {
  /** Looks for control planes; those that were given before are the same objects. */
  readonly listSources: () => Promise<readonly LedgerSource[]>;
  readonly store: LedgerStore;
  readonly settings: RecorderSettings;
  readonly logger: LoggerService;
  /** Called with entries that are new to the ledger, by the replica that wrote them. */
  readonly onRecorded?: (entries: readonly LedgerEntry[]) => void;
  readonly timing?: Partial<RecorderTiming>;
  readonly now?: () => Date;
}

/**
 * Writes down in the ledger what happens on all control planes.
 *
 * @remarks
 * Changes are written as they come, and everything that the control planes list is compared with the ledger at the start
 * and every few minutes. Because entries have derived ids, a change that was missed is found by listing, one that is seen
 * again changes nothing, and replicas do not have to know of each other.
 */
export class LedgerRecorder {
  static create(options: RecorderOptions): LedgerRecorder {
    return new LedgerRecorder(options);
  }

  readonly #options: RecorderOptions;
  readonly #timing: RecorderTiming;
  readonly #now: () => Date;
  readonly #recorders = new Map<string, SourceRecorder>();
  #reconcileAt = 0;
  #retryMs: number;
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;
  #running: Promise<void> | undefined;
  #changed = false;
  #failing = false;
  #stopped = true;

  private constructor(options: RecorderOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
    this.#now = options.now ?? (() => new Date());
    this.#retryMs = this.#timing.firstRetryMs;
  }

  /** Begins to record, without waiting. */
  start(): void {
    this.#stopped = false;
    this.#runIn(0);
  }

  /** Ends recording once what is being written is written. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    for (const recorder of this.#recorders.values()) recorder.close();
    this.#recorders.clear();
  }

  /**
   * Records once what all control planes show now.
   *
   * @throws the first failure, after every control plane had its turn
   */
  async reconcile(): Promise<void> {
    await this.#findSources();
    await this.#recordSources({ reconcile: true });
  }

  async #findSources(): Promise<void> {
    for (const source of await this.#options.listSources()) {
      const known = this.#recorders.get(source.name);
      if (known?.source === source) continue;
      known?.close();
      this.#recorders.set(
        source.name,
        SourceRecorder.create({
          ...this.#options,
          source,
          graceMs: this.#timing.graceMs,
          now: this.#now,
          onChange: () => this.#noteChange(),
          onRecorded: entries => this.#tell(entries),
        }),
      );
    }
  }

  async #recordSources(options: { readonly reconcile: boolean }) {
    const failures: unknown[] = [];
    for (const recorder of this.#recorders.values()) {
      try {
        await recorder.record(options);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #tell(added: readonly LedgerEntry[]): void {
    try {
      this.#options.onRecorded?.(added);
    } catch (error) {
      this.#options.logger.error(
        'What is new in the ledger could not be told',
        toError(error),
      );
    }
  }

  #noteChange(): void {
    this.#changed = true;
    // A database that is away is not asked more often because more happens.
    if (!this.#running && !this.#failing) this.#runIn(this.#timing.batchMs);
  }

  /** Runs at the given time, or at an earlier one that is already set. */
  #runIn(delayMs: number): void {
    const dueAt = Date.now() + delayMs;
    if (this.#stopped || dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#running = this.#run().finally(() => {
        this.#running = undefined;
      });
    }, delayMs);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    this.#changed = false;
    let delayMs: number;
    try {
      if (Date.now() >= this.#reconcileAt) {
        await this.reconcile();
        this.#reconcileAt = Date.now() + this.#timing.reconcileMs;
      } else {
        await this.#recordSources({ reconcile: false });
      }
      this.#failing = false;
      this.#retryMs = this.#timing.firstRetryMs;
      delayMs = this.#changed
        ? this.#timing.batchMs
        : this.#reconcileAt - Date.now();
    } catch (error) {
      this.#failing = true;
      delayMs = this.#retryMs;
      this.#retryMs = Math.min(this.#retryMs * 2, this.#timing.lastRetryMs);
      this.#options.logger.warn(
        `The ledger could not be written, next try in ${delayMs} ms: ${
          toError(error).message
        }`,
      );
    }
    this.#dueAt = Infinity;
    this.#runIn(delayMs);
  }
}
