import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { LedgerStore } from '../ledger';
import type { ProjectOwner } from './promotionFacts';
import { ProjectOwners } from './ProjectOwners';

const PAGE = 200;

/** Which entries of the ledger become facts, and which ones. */
export interface ReportedEntries {
  readonly filter: LedgerFilter;
  /** A component that is registered later than this after what happened is not told of it. */
  readonly windowMs: number;
  /** `undefined` where that cannot be said yet: it is tried again. */
  factsOf(
    entry: LedgerEntry,
    owner: ProjectOwner,
  ): readonly PlatformFact[] | undefined;
}

/**
 * Tells the scorecard what the ledger holds. Each pass looks at everything within the window: facts are idempotent, so a
 * pass that was missed or failed loses nothing.
 */
export class LedgerFactsReporter {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #facts: PlatformFactsService;
  readonly #ledger: Pick<LedgerStore, 'find'>;
  readonly #entries: ReportedEntries;
  /** Reported already by this process; spares the store, is not needed for correctness. */
  #reported: ReadonlySet<string> = new Set();

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly facts: PlatformFactsService;
    readonly ledger: Pick<LedgerStore, 'find'>;
    readonly entries: ReportedEntries;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#facts = options.facts;
    this.#ledger = options.ledger;
    this.#entries = options.entries;
  }

  /** One pass over the ledger. */
  async report(): Promise<void> {
    const entries = await this.#readEntries();
    const unreported = entries.filter(({ id }) => !this.#reported.has(id));
    const owners =
      unreported.length > 0
        ? await ProjectOwners.read({ auth: this.#auth, catalog: this.#catalog })
        : undefined;
    // Without an owner it is tried again: the component may be registered later.
    const owned = unreported.flatMap(entry => {
      const owner = owners?.of(entry.controlPlane, entry.project);
      const facts = owner && this.#entries.factsOf(entry, owner);
      return facts ? [{ id: entry.id, facts }] : [];
    });
    const facts = owned.flatMap(item => item.facts);
    if (facts.length > 0) this.#facts.publish(facts);
    const told = new Set([...this.#reported, ...owned.map(({ id }) => id)]);
    this.#reported = new Set(
      entries.map(({ id }) => id).filter(id => told.has(id)),
    );
  }

  async #readEntries(): Promise<LedgerEntry[]> {
    const { windowMs } = this.#entries;
    const filter = {
      ...this.#entries.filter,
      from: new Date(Date.now() - windowMs).toISOString(),
    };
    const found: LedgerEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#ledger.find(filter, { limit: PAGE, cursor });
      found.push(...page.entries);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  }
}
