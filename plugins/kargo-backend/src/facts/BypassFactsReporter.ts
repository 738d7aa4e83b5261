import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import type { LedgerStore } from '../ledger';
import { bypassFact } from './bypassFact';
import { ProjectOwners } from './ProjectOwners';

const PAGE = 200;
/** A component that is registered later than this after what happened is not told of it. */
const WINDOW_MS = 30 * 24 * 60 * 60_000;

/**
 * Tells the scorecard what the ledger marked as not having come by an allowed path. Each pass looks at the last 30 days:
 * facts are idempotent, so a pass that was missed or failed loses nothing.
 */
export class BypassFactsReporter {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #facts: PlatformFactsService;
  readonly #ledger: Pick<LedgerStore, 'find'>;
  /** Reported already by this process; spares the store, is not needed for correctness. */
  #reported: ReadonlySet<string> = new Set();

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly facts: PlatformFactsService;
    readonly ledger: Pick<LedgerStore, 'find'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#facts = options.facts;
    this.#ledger = options.ledger;
  }

  /** One pass over the ledger. */
  async report(): Promise<void> {
    const entries = await this.#readBypasses();
    const unreported = entries.filter(({ id }) => !this.#reported.has(id));
    const owners =
      unreported.length > 0
        ? await ProjectOwners.read({ auth: this.#auth, catalog: this.#catalog })
        : undefined;
    // Without an owner it is tried again: the component may be registered later.
    const owned = unreported.flatMap(entry => {
      const owner = owners?.of(entry.controlPlane, entry.project);
      const fact = owner && bypassFact(entry, owner);
      return fact ? [{ id: entry.id, fact }] : [];
    });
    if (owned.length > 0) this.#facts.publish(owned.map(({ fact }) => fact));
    const told = new Set([...this.#reported, ...owned.map(({ id }) => id)]);
    this.#reported = new Set(
      entries.map(({ id }) => id).filter(id => told.has(id)),
    );
  }

  async #readBypasses(): Promise<LedgerEntry[]> {
    const filter = {
      onlyBypasses: true,
      from: new Date(Date.now() - WINDOW_MS).toISOString(),
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
