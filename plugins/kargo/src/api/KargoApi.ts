import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ActionPreflight,
  ActResponse,
  AdviceAnswer,
  AdviceSubject,
  AdviceVerdict,
  AdvisorStatus,
  ApprovalPurpose,
  ApprovalRequest,
  AvailableActions,
  Calendar,
  CalendarQuery,
  EntityPromotions,
  FreightComparison,
  HistoryPage,
  JudgedAdvice,
  Portfolio,
  PortalOrder,
  PortfolioQuery,
  PreflightView,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';

/**
 * Which part of the history of an entity.
 *
 * @public
 */
export interface HistoryFilter {
  readonly controlPlane?: string;
  readonly stage?: string;
  readonly onlyBypasses?: boolean;
  readonly limit: number;
}

/**
 * Which freight into which stage.
 *
 * @public
 */
export interface WantedPromotion {
  readonly controlPlane: string;
  readonly stage: string;
  readonly freight: string;
  /** `promote` by default. */
  readonly intent?: 'promote' | 'rollback';
}

/**
 * Whether the reader may be asked to sign in to the Kargo that is asked about; where they may not, it is asked without.
 *
 * @public
 */
export interface SignIn {
  readonly signIn?: boolean;
}

/**
 * What the promotion view reads and asks for. Every method throws `ResponseError` where the backend refuses or fails.
 *
 * @public
 */
export interface KargoApi {
  /** How the projects of all entities stand that the reader may see. */
  getPortfolio(query: Partial<PortfolioQuery>): Promise<Portfolio>;

  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions>;

  /** When may what be promoted, of all stages that the reader may see. */
  getCalendar(query: CalendarQuery): Promise<Calendar>;

  /** The same of the stages of an entity. */
  getEntityCalendar(
    entity: CompoundEntityRef,
    query: CalendarQuery,
  ): Promise<Calendar>;

  /** One promotion with its steps. */
  getPromotion(
    entity: CompoundEntityRef,
    promotion: { readonly controlPlane: string; readonly name: string },
  ): Promise<PromotionDetail>;

  /** Why freight is not in a stage, and what was in it. */
  getStage(
    entity: CompoundEntityRef,
    stage: { readonly controlPlane: string; readonly name: string },
  ): Promise<StageDetail>;

  /** Sides are `freight:<control plane>/<name>` or `stage:<control plane>/<name>`. */
  compareFreight(
    entity: CompoundEntityRef,
    sides: { readonly from: string; readonly to: string },
  ): Promise<FreightComparison>;

  /** What happened, the newest first. */
  getHistory(
    entity: CompoundEntityRef,
    filter: HistoryFilter,
  ): Promise<HistoryPage>;

  /** The whole history of a filter as a file. */
  exportHistory(
    entity: CompoundEntityRef,
    filter: HistoryFilter,
    format: 'csv' | 'json',
  ): Promise<Blob>;

  /** Everything that stands against a promotion, at once. */
  preflight(
    entity: CompoundEntityRef,
    wanted: WantedPromotion,
    options?: SignIn,
  ): Promise<PreflightView>;

  /** Carries a promotion out in the name of the reader; the same request, sent again, is carried out once. */
  promote(
    entity: CompoundEntityRef,
    order: WantedPromotion & {
      readonly reason: string;
      readonly requestId: string;
    },
  ): Promise<{ promotion: string }>;

  /** What the portal would do on a control plane for the reader. */
  getAvailableActions(
    entity: CompoundEntityRef,
    controlPlane: string,
  ): Promise<AvailableActions>;

  /** Everything that stands against an action, at once. */
  preflightAction(
    entity: CompoundEntityRef,
    order: PortalOrder,
    options?: SignIn,
  ): Promise<ActionPreflight>;

  /** Does something in the name of the reader; the same request, sent again, is carried out once. */
  act(
    entity: CompoundEntityRef,
    action: {
      readonly order: PortalOrder;
      readonly reason: string;
      readonly requestId: string;
    },
  ): Promise<ActResponse>;

  /** Asks others to approve a promotion, or to break the glass for it. */
  requestApproval(
    entity: CompoundEntityRef,
    wanted: WantedPromotion & {
      readonly reason: string;
      /** `promotion` by default. */
      readonly purpose?: ApprovalPurpose;
    },
  ): Promise<ApprovalRequest>;

  /** Says yes or no to the request of somebody else. */
  decideApproval(
    entity: CompoundEntityRef,
    id: string,
    verdict: 'approve' | 'reject',
  ): Promise<ApprovalRequest>;

  /** Takes back a request of one's own. */
  withdrawApproval(
    entity: CompoundEntityRef,
    id: string,
  ): Promise<ApprovalRequest>;

  /** Whether there is a model to ask for advice, and which. */
  getAdvisor(): Promise<AdvisorStatus>;

  /** Asks a model about a failure, which may take a minute; where it gives no advice, the answer says why. */
  askAdvice(
    entity: CompoundEntityRef,
    subject: AdviceSubject,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AdviceAnswer>;

  /** Records what the signed-in user makes of advice. */
  judgeAdvice(id: string, verdict: AdviceVerdict): Promise<JudgedAdvice>;
}

/** @public */
export const kargoApiRef = createApiRef<KargoApi>().with({
  id: 'plugin.kargo.client',
  pluginId: 'kargo',
});
