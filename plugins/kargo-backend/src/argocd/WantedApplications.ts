import type {
  ClusterResourcesService,
  ResourceObservation,
} from '@fairway/kubernetes-resources';
import {
  readArgoCdApplication,
  type ArgoCdApplication,
} from '@fairway/plugin-kargo-common';
import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { APPLICATIONS } from '../domain/argoCdResources';

const FIRST_ANSWER_TIMEOUT_MS = 30_000;

const identitySchema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
});

/**
 * The applications that stages name, and no others, kept current by a watch. When a stage names a further one the watch
 * begins again; until it has, what was known stays.
 */
export class WantedApplications {
  readonly #cluster: string;
  readonly #clusterResources: ClusterResourcesService;
  readonly #wanted = new Set<string>();
  #watched: ReadonlySet<string> = new Set();
  #observation: ResourceObservation<ArgoCdApplication> | undefined;
  #next: ResourceObservation<ArgoCdApplication> | undefined;

  constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
  }) {
    this.#cluster = options.cluster;
    this.#clusterResources = options.clusterResources;
  }

  /** `undefined` while no stage names one. */
  get observation(): ResourceObservation<ArgoCdApplication> | undefined {
    return this.#observation;
  }

  get size(): number {
    return this.#wanted.size;
  }

  /**
   * Counts from the next watch on.
   *
   * @param key - `namespace/name`
   */
  want(key: string): void {
    this.#wanted.add(key);
  }

  /** Whether all that is wanted is watched. */
  isComplete(): boolean {
    return this.#watched.size === this.#wanted.size;
  }

  /** Watches all that is wanted. */
  watch(): void {
    if (this.isComplete()) return;
    const wanted = new Set(this.#wanted);
    this.#watched = wanted;
    const opened = this.#observe(wanted);
    this.#next?.close();
    if (!this.#observation) {
      this.#observation = opened;
      return;
    }
    this.#next = opened;
    opened.settled({ timeoutMs: FIRST_ANSWER_TIMEOUT_MS }).then(() => {
      // Another one may have begun since.
      if (this.#next !== opened) return;
      this.#observation?.close();
      this.#observation = opened;
      this.#next = undefined;
    });
  }

  close(): void {
    this.#next?.close();
    this.#observation?.close();
    this.#next = undefined;
    this.#observation = undefined;
  }

  #observe(
    wanted: ReadonlySet<string>,
  ): ResourceObservation<ArgoCdApplication> {
    const namespaces = new Set([...wanted].map(key => key.split('/')[0]));
    const [namespace] = namespaces;
    const digest = createHash('sha256')
      .update([...wanted].sort().join())
      .digest('base64url');
    return this.#clusterResources.observe(
      {
        cluster: this.#cluster,
        resource: APPLICATIONS,
        ...(namespaces.size === 1 && { namespace }),
      },
      {
        // Observations with the same id are one: what is kept depends on what is wanted.
        id: `argocd.application.${digest}`,
        trim: object => {
          const { metadata } = identitySchema.parse(object);
          return wanted.has(`${metadata.namespace}/${metadata.name}`)
            ? readArgoCdApplication(object)
            : undefined;
        },
      },
    );
  }
}
