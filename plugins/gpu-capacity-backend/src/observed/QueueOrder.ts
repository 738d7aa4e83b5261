import { toError } from '@backstage/errors';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import {
  readPendingPositions,
  type PendingPosition,
} from '@fairway/plugin-gpu-capacity-common';

/** In which order queues try their workloads, as far as Kueue told it. */
export interface KnownOrder {
  /** By ClusterQueue. */
  readonly positions: ReadonlyMap<string, readonly PendingPosition[]>;
  /** Why the order is not known of all queues that were asked about, in a sentence. */
  readonly unknown: string | undefined;
}

const GROUP = 'visibility.kueue.x-k8s.io';
const VERSIONS = ['v1beta2', 'v1beta1'];
const PLURAL = 'clusterqueues';
const SUBRESOURCE = 'pendingworkloads';
/** The order cannot be watched. */
const MAX_AGE_MS = 30_000;
const MAX_QUEUES = 100;
const AT_ONCE = 5;

/** Asks Kueue's visibility API for the order of queues, when somebody looks. */
export class QueueOrder {
  readonly #cluster: string;
  readonly #clusterResources: ClusterResourcesService;
  #known: KnownOrder = { positions: new Map(), unknown: undefined };
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
  }) {
    this.#cluster = options.cluster;
    this.#clusterResources = options.clusterResources;
  }

  current(): KnownOrder {
    return this.#known;
  }

  /** Asks again where the last answer is too old. Only the first answer is waited for. */
  async refresh(
    clusterQueues: readonly string[],
    now: number = Date.now(),
  ): Promise<void> {
    if (clusterQueues.length === 0 || now - this.#askedAt < MAX_AGE_MS) {
      return;
    }
    const isFirst = this.#askedAt === -Infinity;
    this.#asking ??= this.#ask(clusterQueues)
      .catch(error => {
        this.#known = {
          positions: new Map(),
          unknown: notTold(toError(error).message),
        };
      })
      .finally(() => {
        this.#askedAt = now;
        this.#asking = undefined;
      });
    if (isFirst) await this.#asking;
  }

  async #ask(clusterQueues: readonly string[]): Promise<void> {
    const version = await this.#findVersion();
    if (version === undefined) {
      this.#known = {
        positions: new Map(),
        unknown:
          'The order within the queues is not known: the cluster does not serve the visibility API of Kueue.',
      };
      return;
    }
    const positions = new Map<string, readonly PendingPosition[]>();
    const failures: string[] = [];
    const asked = clusterQueues.slice(0, MAX_QUEUES);
    for (let start = 0; start < asked.length; start += AT_ONCE) {
      await Promise.all(
        asked.slice(start, start + AT_ONCE).map(async name => {
          const answer = await this.#read(version, name);
          if (answer.ok) positions.set(name, answer.value);
          else failures.push(answer.message);
        }),
      );
    }
    this.#known = {
      positions,
      unknown: failures.length === 0 ? undefined : notTold(failures[0]),
    };
  }

  async #read(apiVersion: string, name: string) {
    const answer = await this.#clusterResources.get({
      cluster: this.#cluster,
      resource: { group: GROUP, apiVersion, plural: PLURAL },
      name,
      subresource: SUBRESOURCE,
    });
    if (!answer.ok) return answer;
    try {
      return { ok: true, value: readPendingPositions(answer.value) } as const;
    } catch {
      return {
        ok: false,
        message: `The order of the queue "${name}" cannot be read.`,
      } as const;
    }
  }

  async #findVersion(): Promise<string | undefined> {
    for (const apiVersion of VERSIONS) {
      const served = await this.#clusterResources.discover({
        cluster: this.#cluster,
        resource: {
          group: GROUP,
          apiVersion,
          plural: `${PLURAL}/${SUBRESOURCE}`,
        },
      });
      if (!served.ok || served.value) return apiVersion;
    }
    return undefined;
  }
}

function notTold(reason: string): string {
  return `The order within the queues is not known. ${reason}`;
}
