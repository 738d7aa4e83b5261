import {
  nodeLedger,
  type ClusterState,
  type LedgerContext,
  type NodeLedger,
} from '@fairway/plugin-gpu-capacity-common';

/**
 * Ledgers of the nodes of a cluster that have accelerators. Only those of nodes to which something happened are made
 * anew.
 */
export class ClusterLedgers {
  readonly #state: ClusterState;
  readonly #ledgers = new Map<string, NodeLedger>();
  #context: LedgerContext;
  #isStale = true;

  constructor(state: ClusterState, context: LedgerContext) {
    this.#state = state;
    this.#context = context;
  }

  /** Another context makes every ledger anew, when it is next asked for. */
  setContext(context: Partial<LedgerContext>): void {
    const entries = Object.entries(context);
    const present: Readonly<Record<string, unknown>> = { ...this.#context };
    if (entries.every(([key, value]) => present[key] === value)) return;
    this.#context = { ...this.#context, ...context };
    this.#isStale = true;
  }

  /** By the name of the node; nodes without accelerators are left out. */
  current(): ReadonlyMap<string, NodeLedger> {
    const changed = this.#state.takeChangedNodes();
    if (this.#isStale) {
      this.#ledgers.clear();
      for (const { node } of this.#state.nodes()) this.#renew(node.name);
      this.#isStale = false;
    } else {
      for (const name of changed) this.#renew(name);
    }
    return this.#ledgers;
  }

  #renew(name: string): void {
    const state = this.#state.node(name);
    const ledger = state && nodeLedger(state, this.#context);
    if (ledger && (ledger.resources.length > 0 || ledger.notes.length > 0)) {
      this.#ledgers.set(name, ledger);
    } else {
      this.#ledgers.delete(name);
    }
  }
}
