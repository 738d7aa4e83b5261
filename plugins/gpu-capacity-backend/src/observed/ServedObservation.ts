import type {
  ClusterResourcesService,
  ObservationState,
  ResourceChange,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServedKind } from './ServedKind';

/** How soon a kind that is not served is looked for again: operators are installed rarely. */
const LOOK_AGAIN_MS = 300_000;

/** Is told what changed, though not what only became older or newer. */
interface ChangeListener<T> {
  /** @param changes - `undefined` where everything may be different */
  changed(changes: ReadonlyArray<ResourceChange<T>> | undefined): void;
}

/** Observes a kind in the newest version that a cluster serves, and nothing where it serves none. */
export class ServedObservation<T> {
  static observe<T>(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
    readonly kind: ServedKind<T>;
    readonly listener?: ChangeListener<T>;
  }): ServedObservation<T> {
    return new ServedObservation(options);
  }

  readonly #cluster: string;
  readonly #clusterResources: ClusterResourcesService;
  readonly #kind: ServedKind<T>;
  readonly #listener: ChangeListener<T> | undefined;
  #observation: ResourceObservation<T> | undefined;
  #state: ObservationState = { status: 'loading' };
  #looking: Promise<void>;
  #lookedAt = Date.now();
  #revision = 0;
  #closed = false;
  #settling: Promise<void> | undefined;

  private constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
    readonly kind: ServedKind<T>;
    readonly listener?: ChangeListener<T>;
  }) {
    this.#cluster = options.cluster;
    this.#clusterResources = options.clusterResources;
    this.#kind = options.kind;
    this.#listener = options.listener;
    this.#looking = this.#look();
  }

  /** Another number after every change. */
  get revision(): number {
    return this.#revision;
  }

  snapshot(): ResourceSnapshot<T> {
    const snapshot = this.#observation?.snapshot() ?? {
      state: this.#state,
      items: new Map(),
      malformed: [],
    };
    if (
      snapshot.state.status === 'absent' &&
      Date.now() - this.#lookedAt > LOOK_AGAIN_MS
    ) {
      this.#lookAgain(snapshot.state);
    }
    return snapshot;
  }

  /** Waits for the first answer, but not for longer than that, and only the first time that somebody asks. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    this.#settling ??= this.#settle(options);
    await this.#settling;
  }

  close(): void {
    this.#closed = true;
    this.#observation?.close();
  }

  /** An upgrade of the operator can bring another version, and take the one away that was read. */
  #lookAgain(state: ObservationState): void {
    this.#observation?.close();
    this.#observation = undefined;
    this.#state = state;
    this.#lookedAt = Date.now();
    this.#listener?.changed(undefined);
    this.#looking = this.#look();
  }

  async #settle(options: { readonly timeoutMs: number }): Promise<void> {
    const { timeoutMs } = options;
    if (!this.#observation && this.#state.status === 'loading') {
      const timeout = new AbortController();
      await Promise.race([
        this.#looking,
        delay(timeoutMs, undefined, { signal: timeout.signal }).catch(() => {}),
      ]);
      timeout.abort();
    }
    await this.#observation?.settled(options);
  }

  async #look(): Promise<void> {
    const version = await this.#findVersion();
    if (this.#closed || this.#observation) return;
    this.#revision += 1;
    if (version === undefined) {
      this.#state = {
        status: 'absent',
        message: `The cluster does not serve ${this.#kind.plural}.`,
      };
      return;
    }
    const { group, plural, projection } = this.#kind;
    this.#observation = this.#clusterResources.observe(
      {
        cluster: this.#cluster,
        resource: { group, apiVersion: version, plural },
      },
      { ...projection, id: `${projection.id}.${version}` },
    );
    this.#observation.subscribe(changes => {
      this.#revision += 1;
      if (changes.length > 0) this.#listener?.changed(changes);
    });
    this.#listener?.changed(undefined);
  }

  /** Where the cluster does not say what it serves, the newest version is tried: the failure is then the answer. */
  async #findVersion(): Promise<string | undefined> {
    const { group, versions, plural } = this.#kind;
    for (const apiVersion of versions) {
      const served = await this.#clusterResources
        .discover({
          cluster: this.#cluster,
          resource: { group, apiVersion, plural },
        })
        .catch(() => undefined);
      if (!served?.ok || served.value) return apiVersion;
    }
    return undefined;
  }
}
