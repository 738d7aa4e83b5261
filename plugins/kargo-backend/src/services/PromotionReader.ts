import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import {
  isFinished,
  readPromotion,
  type Promotion,
} from '@fairway/plugin-kargo-common';
import { LRUCache } from 'lru-cache';
import { PROMOTIONS } from '../domain/kargoResources';
import { RetryMessages } from './RetryMessages';

const MAX_KEPT = 500;
/** Of one that runs, the next reader may want to know more. */
const RUNNING_TTL_MS = 2_000;

/** Which promotion. */
export interface PromotionKey {
  readonly controlPlane: string;
  readonly project: string;
  readonly name: string;
}

/** Reads single promotions with their steps, of which the watches know the rows only. */
export class PromotionReader {
  readonly #clusterResources: ClusterResourcesService;
  readonly #retryMessages = new RetryMessages();
  readonly #known: LRUCache<string, Promotion, PromotionKey>;

  constructor(options: { readonly clusterResources: ClusterResourcesService }) {
    this.#clusterResources = options.clusterResources;
    this.#known = new LRUCache({
      max: MAX_KEPT,
      fetchMethod: async (_key, _stale, { context, options: entry }) => {
        const promotion = await this.#fetch(context);
        // What has come to its end does not change.
        entry.ttl = isFinished(promotion.phase) ? 0 : RUNNING_TTL_MS;
        return promotion;
      },
    });
  }

  /**
   * @throws `NotFoundError` where it is gone, `ServiceUnavailableError` where it cannot be read
   */
  async read(key: PromotionKey): Promise<Promotion> {
    const { controlPlane, project, name } = key;
    return this.#known.forceFetch(`${controlPlane}/${project}/${name}`, {
      context: key,
    });
  }

  /** As it was when it was last read; it may have gone on since. */
  lastRead({ controlPlane, project, name }: PromotionKey) {
    return this.#known.peek(`${controlPlane}/${project}/${name}`, {
      allowStale: true,
    });
  }

  async #fetch(key: PromotionKey): Promise<Promotion> {
    const { controlPlane, project, name } = key;
    const answer = await this.#clusterResources.get({
      cluster: controlPlane,
      resource: PROMOTIONS.resource,
      namespace: project,
      name,
    });
    if (answer.ok) {
      return this.#retryMessages.complete(readPromotion(answer.value));
    }
    if (answer.reason === 'not-found') {
      throw new NotFoundError(
        `The promotion ${name} is not on ${controlPlane} any more; Kargo removes old ones`,
      );
    }
    throw new ServiceUnavailableError(
      `The promotion ${name} cannot be read on ${controlPlane}: ${answer.message}`,
    );
  }
}
