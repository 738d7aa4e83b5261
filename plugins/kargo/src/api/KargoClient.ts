import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { entityPath, PluginJsonClient } from '@fairway/platform-ui';
import {
  adviceAnswerSchema,
  advisorStatusSchema,
  entityPromotionsSchema,
  freightComparisonSchema,
  judgedAdviceSchema,
  promotionDetailSchema,
  stageDetailSchema,
  type AdviceAnswer,
  type AdviceSubject,
  type AdviceVerdict,
  type AdvisorStatus,
  type AskAdviceBody,
  type EntityPromotions,
  type FreightComparison,
  type JudgeAdviceBody,
  type JudgedAdvice,
  type PromotionDetail,
  type StageDetail,
} from '@fairway/plugin-kargo-common';
import type { KargoApi } from './KargoApi';

/** Talks to the Kargo backend plugin, with the rights of the signed-in user. */
export class KargoClient implements KargoApi {
  readonly #client: PluginJsonClient;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#client = new PluginJsonClient({ ...options, pluginId: 'kargo' });
  }

  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions> {
    return this.#client.get(
      `${entityPath(entity)}/promotions`,
      entityPromotionsSchema,
    );
  }

  getPromotion(
    entity: CompoundEntityRef,
    promotion: { readonly controlPlane: string; readonly name: string },
  ): Promise<PromotionDetail> {
    return this.#client.get(
      `${entityPath(entity)}/promotions/${partPath(promotion)}`,
      promotionDetailSchema,
    );
  }

  getStage(
    entity: CompoundEntityRef,
    stage: { readonly controlPlane: string; readonly name: string },
  ): Promise<StageDetail> {
    return this.#client.get(
      `${entityPath(entity)}/stages/${partPath(stage)}`,
      stageDetailSchema,
    );
  }

  compareFreight(
    entity: CompoundEntityRef,
    sides: { readonly from: string; readonly to: string },
  ): Promise<FreightComparison> {
    const query = new URLSearchParams(sides);
    return this.#client.get(
      `${entityPath(entity)}/comparison?${query}`,
      freightComparisonSchema,
    );
  }

  getAdvisor(): Promise<AdvisorStatus> {
    return this.#client.get('/advisor', advisorStatusSchema);
  }

  askAdvice(
    entity: CompoundEntityRef,
    subject: AdviceSubject,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<AdviceAnswer> {
    const body: AskAdviceBody = { subject };
    return this.#client.post(
      `${entityPath(entity)}/advice`,
      adviceAnswerSchema,
      { body, signal: options.signal },
    );
  }

  judgeAdvice(id: string, verdict: AdviceVerdict): Promise<JudgedAdvice> {
    const body: JudgeAdviceBody = { verdict };
    return this.#client.post(
      `/advice/${encodeURIComponent(id)}/verdict`,
      judgedAdviceSchema,
      { body },
    );
  }
}

function partPath(part: {
  readonly controlPlane: string;
  readonly name: string;
}): string {
  return [part.controlPlane, part.name].map(encodeURIComponent).join('/');
}
