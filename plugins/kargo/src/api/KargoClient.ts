import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { entityPath, PluginJsonClient } from '@fairway/platform-ui';
import {
  actionPreflightSchema,
  actResponseSchema,
  adviceAnswerSchema,
  advisorStatusSchema,
  approvalResponseSchema,
  availableActionsSchema,
  calendarSchema,
  calendarSearchParams,
  entityPromotionsSchema,
  freightComparisonSchema,
  historyPageSchema,
  judgedAdviceSchema,
  KARGO_TOKEN_HEADER,
  portfolioSchema,
  portfolioSearchParams,
  preflightViewSchema,
  promoteResponseSchema,
  promotionDetailSchema,
  stageDetailSchema,
  type ActionPreflight,
  type ActResponse,
  type AdviceAnswer,
  type AdviceSubject,
  type AdviceVerdict,
  type AdvisorStatus,
  type ApprovalPurpose,
  type ApprovalRequest,
  type AskAdviceBody,
  type AvailableActions,
  type Calendar,
  type CalendarQuery,
  type EntityPromotions,
  type FreightComparison,
  type HistoryPage,
  type JudgeAdviceBody,
  type JudgedAdvice,
  type Portfolio,
  type PortalOrder,
  type PortfolioQuery,
  type PreflightView,
  type PromotionDetail,
  type StageDetail,
} from '@fairway/plugin-kargo-common';
import type {
  HistoryFilter,
  KargoApi,
  SignIn,
  WantedPromotion,
} from './KargoApi';
import type { KargoTokenApi } from './KargoTokenApi';

/** Talks to the Kargo backend plugin, with the rights of the signed-in user. */
export class KargoClient implements KargoApi {
  readonly #client: PluginJsonClient;
  readonly #tokenApi: KargoTokenApi;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
    readonly tokenApi: KargoTokenApi;
  }) {
    this.#tokenApi = options.tokenApi;
    this.#client = new PluginJsonClient({ ...options, pluginId: 'kargo' });
  }

  getPortfolio(query: Partial<PortfolioQuery>): Promise<Portfolio> {
    return this.#client.get(
      `/portfolio?${portfolioSearchParams(query)}`,
      portfolioSchema,
    );
  }

  getCalendar(query: CalendarQuery): Promise<Calendar> {
    return this.#client.get(
      `/calendar?${calendarSearchParams(query)}`,
      calendarSchema,
    );
  }

  getEntityCalendar(
    entity: CompoundEntityRef,
    query: CalendarQuery,
  ): Promise<Calendar> {
    return this.#client.get(
      `${entityPath(entity)}/calendar?${calendarSearchParams(query)}`,
      calendarSchema,
    );
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

  getHistory(
    entity: CompoundEntityRef,
    filter: HistoryFilter,
  ): Promise<HistoryPage> {
    const query = historyQuery(filter);
    query.set('limit', String(filter.limit));
    return this.#client.get(
      `${entityPath(entity)}/history?${query}`,
      historyPageSchema,
    );
  }

  exportHistory(
    entity: CompoundEntityRef,
    filter: HistoryFilter,
    format: 'csv' | 'json',
  ): Promise<Blob> {
    const query = historyQuery(filter);
    query.set('format', format);
    return this.#client.getFile(
      `${entityPath(entity)}/history/export?${query}`,
    );
  }

  async preflight(
    entity: CompoundEntityRef,
    wanted: WantedPromotion,
    { signIn = false }: SignIn = {},
  ): Promise<PreflightView> {
    return this.#client.post(
      `${entityPath(entity)}/preflight`,
      preflightViewSchema,
      {
        body: wanted,
        headers: await this.#tokenFor(wanted.controlPlane, {
          optional: !signIn,
        }),
      },
    );
  }

  async promote(
    entity: CompoundEntityRef,
    order: WantedPromotion & {
      readonly reason: string;
      readonly requestId: string;
    },
  ): Promise<{ promotion: string }> {
    return this.#client.post(
      `${entityPath(entity)}/promotions`,
      promoteResponseSchema,
      { body: order, headers: await this.#tokenFor(order.controlPlane) },
    );
  }

  async getAvailableActions(
    entity: CompoundEntityRef,
    controlPlane: string,
  ): Promise<AvailableActions> {
    return this.#client.get(
      `${entityPath(entity)}/actions/${encodeURIComponent(controlPlane)}`,
      availableActionsSchema,
      { headers: await this.#tokenFor(controlPlane, { optional: true }) },
    );
  }

  async preflightAction(
    entity: CompoundEntityRef,
    order: PortalOrder,
    { signIn = false }: SignIn = {},
  ): Promise<ActionPreflight> {
    return this.#client.post(
      `${entityPath(entity)}/actions/preflight`,
      actionPreflightSchema,
      {
        body: { order },
        headers: await this.#tokenFor(order.controlPlane, {
          optional: !signIn,
        }),
      },
    );
  }

  async act(
    entity: CompoundEntityRef,
    action: {
      readonly order: PortalOrder;
      readonly reason: string;
      readonly requestId: string;
    },
  ): Promise<ActResponse> {
    return this.#client.post(
      `${entityPath(entity)}/actions`,
      actResponseSchema,
      {
        body: action,
        headers: await this.#tokenFor(action.order.controlPlane),
      },
    );
  }

  /** The person's own token in a header of its own, for just this request. */
  async #tokenFor(
    controlPlane: string,
    options: { readonly optional: boolean } = { optional: false },
  ): Promise<Record<string, string> | undefined> {
    const token = await this.#tokenApi.getToken(controlPlane, options);
    return token ? { [KARGO_TOKEN_HEADER]: token } : undefined;
  }

  requestApproval(
    entity: CompoundEntityRef,
    wanted: WantedPromotion & {
      readonly reason: string;
      readonly purpose?: ApprovalPurpose;
    },
  ): Promise<ApprovalRequest> {
    return this.#changeApproval(entity, '', wanted);
  }

  decideApproval(
    entity: CompoundEntityRef,
    id: string,
    verdict: 'approve' | 'reject',
  ): Promise<ApprovalRequest> {
    const path = `/${encodeURIComponent(id)}/decision`;
    return this.#changeApproval(entity, path, { verdict });
  }

  withdrawApproval(
    entity: CompoundEntityRef,
    id: string,
  ): Promise<ApprovalRequest> {
    const path = `/${encodeURIComponent(id)}/withdrawal`;
    return this.#changeApproval(entity, path, {});
  }

  async #changeApproval(
    entity: CompoundEntityRef,
    path: string,
    body: object,
  ): Promise<ApprovalRequest> {
    const { request } = await this.#client.post(
      `${entityPath(entity)}/approvals${path}`,
      approvalResponseSchema,
      { body },
    );
    return request;
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

function historyQuery(filter: HistoryFilter): URLSearchParams {
  const { controlPlane, stage, onlyBypasses } = filter;
  return new URLSearchParams({
    ...(controlPlane && { controlPlane }),
    ...(stage && { stage }),
    ...(onlyBypasses && { onlyBypasses: 'true' }),
  });
}
