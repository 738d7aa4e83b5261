import type {
  Clock,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import { SILENT } from '../kargo/silentShards';

const RENEW_MS = 30_000;

/** Renews the Leases of the controllers of a cluster. */
export class LeaseHeartbeat {
  readonly #store: ResourceStore;
  readonly #clock: Clock;
  #renewedMs = 0;

  constructor(options: {
    readonly store: ResourceStore;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  reconcile(): void {
    const now = this.#clock.now();
    if (Math.abs(now.getTime() - this.#renewedMs) < RENEW_MS) {
      return;
    }
    this.#renewedMs = now.getTime();
    for (const lease of this.#store.list(builtInResources.leases)) {
      const { namespace, name, annotations } = lease.metadata;
      if (annotations?.[SILENT] === undefined) {
        // Leases have microseconds.
        const renewTime = now.toISOString().replace('Z', '000Z');
        this.#store.patch(
          builtInResources.leases,
          { namespace, name },
          { spec: { renewTime } },
        );
      }
    }
  }
}
