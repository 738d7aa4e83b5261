import { toError } from '@backstage/errors';
import type {
  ClusterResourcesService,
  ResourceObservation,
  ResourceProjection,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';

/** A cluster that does not answer is asked again after this time. */
const RETRY_MS = 15_000;

/**
 * A view of a resource type in the first of its versions that the cluster serves. Until that is known it is loading;
 * where none is served it is absent.
 */
export class ServedObservation<T> {
  static start<T>(options: {
    readonly clusterResources: ClusterResourcesService;
    readonly cluster: string;
    readonly group: string;
    /** The preferred one first. */
    readonly versions: readonly string[];
    readonly plural: string;
    readonly projection: ResourceProjection<T>;
    readonly onChange?: () => void;
  }): ServedObservation<T> {
    const started = new ServedObservation(options);
    started.#begin();
    return started;
  }

  readonly #options: Parameters<typeof ServedObservation.start<T>>[0];
  #observation: ResourceObservation<T> | undefined;
  #snapshot: ResourceSnapshot<T> = {
    state: { status: 'loading' },
    items: new Map(),
    malformed: [],
  };
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(
    options: Parameters<typeof ServedObservation.start<T>>[0],
  ) {
    this.#options = options;
  }

  snapshot(): ResourceSnapshot<T> {
    return this.#observation?.snapshot() ?? this.#snapshot;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#observation?.close();
  }

  #begin(): void {
    this.#findVersion().then(
      version => this.#observe(version),
      error => {
        this.#snapshot = {
          ...this.#snapshot,
          state: {
            status: 'stale',
            since: undefined,
            error: toError(error).message,
          },
        };
        this.#retry = setTimeout(() => this.#begin(), RETRY_MS).unref();
      },
    );
  }

  /** The first version that is served; the preferred one where none is, which is then absent. */
  async #findVersion(): Promise<string> {
    const { clusterResources, cluster, group, plural, versions } =
      this.#options;
    for (const apiVersion of versions) {
      const served = await clusterResources.discover({
        cluster,
        resource: { group, apiVersion, plural },
      });
      if (served.ok && served.value) return apiVersion;
      if (!served.ok && served.reason === 'unreachable') {
        throw new Error(served.message);
      }
    }
    return versions[0];
  }

  #observe(apiVersion: string): void {
    if (this.#isClosed) return;
    const { clusterResources, cluster, group, plural, projection, onChange } =
      this.#options;
    this.#observation = clusterResources.observe(
      { cluster, resource: { group, apiVersion, plural } },
      projection,
    );
    if (onChange) {
      this.#observation.subscribe(onChange);
      onChange();
    }
  }
}
