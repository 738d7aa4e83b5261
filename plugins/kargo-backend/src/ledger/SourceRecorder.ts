import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  closingIds,
  freightEntries,
  ledgerThread,
  promotionEntries,
  stageEntries,
  type LedgerContext,
  type LedgerEntry,
  type LedgerFreight,
  type LedgerPromotion,
  type LedgerStage,
  type PromotionPath,
} from '@fairway/plugin-kargo-common';
import { setImmediate as otherWork } from 'node:timers/promises';
import { closingEntry } from './closingEntry';
import type { LedgerSource } from './LedgerSource';
import type { LedgerStore } from './LedgerStore';
import { PortalRecords } from './PortalRecords';
import { promotionDiagnosis } from './promotionDiagnosis';
import { PromotionDetails } from './PromotionDetails';
import { StageSuccesses } from './StageSuccesses';
import { UnrecordedObjects } from './UnrecordedObjects';
import { validEntries } from './validEntries';

/** So many objects become entries before other work has its turn. */
const BATCH = 50;

/** What the recording of every control plane needs to know. */
export interface RecorderSettings {
  readonly portalIdentities: readonly string[];
  readonly allowedPaths: readonly PromotionPath[];
  /** What happened before is not recorded, because it would be deleted again. */
  keptSince(now: Date): Date;
  /** Takes secrets out of what steps, verifications and people wrote. */
  redact(text: string): string;
  riskClassOf?(options: {
    readonly controlPlane: string;
    readonly project: string;
    readonly stage: string;
  }): string | undefined;
}

interface SourceRecorderOptions {
  readonly source: LedgerSource;
  readonly store: LedgerStore;
  readonly settings: RecorderSettings;
  readonly logger: LoggerService;
  readonly graceMs: number;
  readonly onChange: () => void;
  readonly onRecorded: (entries: readonly LedgerEntry[]) => void;
  readonly now: () => Date;
}

/** Writes down in the ledger what happens on one control plane. */
export class SourceRecorder {
  static create(options: SourceRecorderOptions): SourceRecorder {
    return new SourceRecorder(options);
  }

  readonly source: LedgerSource;
  readonly #store: LedgerStore;
  readonly #settings: RecorderSettings;
  readonly #logger: LoggerService;
  readonly #graceMs: number;
  readonly #now: () => Date;
  readonly #onRecorded: (entries: readonly LedgerEntry[]) => void;
  readonly #portal: PortalRecords;
  readonly #details: PromotionDetails;
  readonly #promotions: UnrecordedObjects<LedgerPromotion>;
  readonly #freight: UnrecordedObjects<LedgerFreight>;
  readonly #stages: UnrecordedObjects<LedgerStage>;

  private constructor(options: SourceRecorderOptions) {
    const { source, store, onChange } = options;
    this.source = source;
    this.#store = store;
    this.#settings = options.settings;
    this.#logger = options.logger;
    this.#graceMs = options.graceMs;
    this.#now = options.now;
    this.#onRecorded = options.onRecorded;
    this.#portal = PortalRecords.create({ store, controlPlane: source.name });
    this.#details = new PromotionDetails({ store, source });
    const { promotions, freight, stages } = source;
    this.#promotions = UnrecordedObjects.create({
      observation: promotions,
      onChange,
    });
    this.#freight = UnrecordedObjects.create({
      observation: freight,
      onChange,
    });
    this.#stages = UnrecordedObjects.create({ observation: stages, onChange });
  }

  /**
   * Records what changed since the last time, or with `reconcile` everything that is not known to be recorded, and what
   * is gone. Until the control plane has answered for every kind of object there is nothing to record.
   *
   * @throws where the database cannot be written; nothing is lost by that
   */
  async record(options: { readonly reconcile: boolean }): Promise<void> {
    const kinds = [this.#promotions, this.#freight, this.#stages];
    // What is written without the freight would never learn its version, nor what the stage had before.
    if (!kinds.every(kind => kind.settled)) return;
    if (options.reconcile) kinds.forEach(kind => kind.reconsider());
    const closeThreads = options.reconcile || this.#stages.changed;
    try {
      await this.#recordPromotions();
      await this.#recordFreight();
      await this.#recordStages();
      if (closeThreads) await this.#closeThreads();
    } catch (error) {
      kinds.forEach(kind => kind.reconsider());
      throw error;
    }
  }

  close(): void {
    this.#promotions.close();
    this.#freight.close();
    this.#stages.close();
  }

  async #recordPromotions(): Promise<void> {
    const wanted = this.#promotions.list();
    if (wanted.length === 0) return;
    const successes = StageSuccesses.create({
      all: this.source.promotions.snapshot().items.values(),
      wanted,
      freightOf: (project, name) => this.#freightOf(project, name),
    });
    await this.#recordAll(this.#promotions, wanted, async rows => {
      const promotions = await this.#details.of(rows);
      const known = await this.#portal.knownPromotions(promotions);
      const context = this.#context({
        knowsPromotion: ({ uid }) => known.has(uid),
        contentBefore: promotion => successes.contentBefore(promotion),
        diagnosisOf: promotion =>
          promotionDiagnosis(promotion, this.source.name),
      });
      return promotions.flatMap(promotion =>
        promotionEntries(promotion, context),
      );
    });
  }

  async #recordFreight(): Promise<void> {
    await this.#recordAll(this.#freight, this.#freight.list(), async items => {
      const portalApproval = await this.#portal.approvalsOf(items);
      const context = this.#context({ portalApproval });
      return items.flatMap(item => freightEntries(item, context));
    });
  }

  async #recordStages(): Promise<void> {
    await this.#recordAll(this.#stages, this.#stages.list(), async items => {
      const context = this.#context();
      return items.flatMap(item => stageEntries(item, context));
    });
  }

  async #recordAll<T extends object>(
    objects: UnrecordedObjects<T>,
    items: readonly T[],
    entriesOf: (items: readonly T[]) => Promise<readonly LedgerEntry[]>,
  ): Promise<void> {
    for (let start = 0; start < items.length; start += BATCH) {
      const batch = items.slice(start, start + BATCH);
      await this.#append(await entriesOf(batch));
      objects.markRecorded(batch);
      if (start + BATCH < items.length) await otherWork();
    }
  }

  /** Replicas that write at the same time can leave something open of which the ledger has the end. */
  async #closeThreads(): Promise<void> {
    const open = await this.#store.listOpen(this.source.name);
    if (open.length === 0) return;
    const ends = await this.#store.findByIds(
      open.flatMap(({ key }) => closingIds(key)),
    );
    const endOf = new Map(ends.map(end => [ledgerThread(end)?.key, end]));
    const context = this.#context();
    await this.#write(
      open.flatMap(
        thread =>
          endOf.get(thread.key) ??
          closingEntry({
            thread,
            source: this.source,
            context,
            graceMs: this.#graceMs,
          }) ??
          [],
      ),
    );
  }

  async #append(entries: readonly LedgerEntry[]): Promise<void> {
    const keptSince = this.#settings.keptSince(this.#now()).toISOString();
    const kept = entries.filter(({ at }) => at >= keptSince);
    // After a restart nearly everything is known, and looking costs less than writing it again.
    const known = await this.#store.findKnownIds(kept.map(({ id }) => id));
    await this.#write(kept.filter(({ id }) => !known.has(id)));
  }

  async #write(entries: readonly LedgerEntry[]): Promise<void> {
    const valid = validEntries(entries, this.#logger);
    if (valid.length === 0) return;
    const added = await this.#store.append(valid, this.#now());
    if (added.length > 0) this.#onRecorded(added);
  }

  #context(more: Partial<LedgerContext> = {}): LedgerContext {
    const { portalIdentities, allowedPaths, redact, riskClassOf } =
      this.#settings;
    const controlPlane = this.source.name;
    return {
      controlPlane,
      observedAt: this.#now().toISOString(),
      portalIdentities,
      allowedPaths,
      redact,
      riskClassOf: (project, stage) =>
        riskClassOf?.({ controlPlane, project, stage }),
      versionOf: (project, name) => this.#freightOf(project, name)?.version,
      ...more,
    };
  }

  #freightOf(project: string, name: string): LedgerFreight | undefined {
    return this.source.freight.snapshot().items.get(`${project}/${name}`);
  }
}
