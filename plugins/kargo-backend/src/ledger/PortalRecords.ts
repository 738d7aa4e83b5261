import {
  ANNOTATION_REQUEST,
  actionEntryId,
  type LedgerContext,
  type LedgerEntry,
  type LedgerEntryOf,
  type LedgerFreight,
  type LedgerPromotion,
  type PortalAction,
} from '@fairway/plugin-kargo-common';
import type { LedgerStore } from './LedgerStore';

type ActionEntry = LedgerEntryOf<'action'>;

/** Of which promotions come; each stage has an entry of its own. */
const PROMOTING: readonly PortalAction[] = [
  'promote',
  'promote-downstream',
  'resume-auto-promotion',
];

/** What the portal writes down before it acts, and what comes of it, are at most this far apart. */
const LONGEST_WAY_MS = 60 * 60_000;
const CLOCK_SKEW_MS = 5 * 60_000;
/** As many values as a filter takes. */
const NAMES_A_QUERY = 100;
const ACTIONS_A_QUERY = 1_000;

/** Recognises in Kargo what the portal did, by what it had written down before. */
export class PortalRecords {
  static create(options: {
    readonly store: Pick<LedgerStore, 'find' | 'findByIds'>;
    readonly controlPlane: string;
  }): PortalRecords {
    return new PortalRecords(options.store, options.controlPlane);
  }

  readonly #store: Pick<LedgerStore, 'find' | 'findByIds'>;
  readonly #controlPlane: string;

  private constructor(
    store: Pick<LedgerStore, 'find' | 'findByIds'>,
    controlPlane: string,
  ) {
    this.#store = store;
    this.#controlPlane = controlPlane;
  }

  /**
   * Which of some promotions the portal asked for. An annotation alone is a claim: the request has to be in the ledger, for
   * the same freight and the same project. Where Kargo takes no annotations of the portal, the name of the promotion is in
   * the ledger, or will be once the request that is under way has its answer.
   */
  async knownPromotions(
    promotions: readonly LedgerPromotion[],
  ): Promise<ReadonlySet<string>> {
    const annotated = await this.#annotated(promotions);
    const others = promotions.filter(
      ({ uid, actor, annotations }) =>
        !annotated.has(uid) &&
        annotations?.[ANNOTATION_REQUEST] === undefined &&
        isPerson(actor),
    );
    const actions = await this.#actionsOn(
      others.flatMap(({ freight }) => freight ?? []),
    );
    return new Set([
      ...annotated,
      ...others
        .filter(promotion => this.#cameOf(actions, promotion))
        .map(({ uid }) => uid),
    ]);
  }

  async #annotated(
    promotions: readonly LedgerPromotion[],
  ): Promise<ReadonlySet<string>> {
    const claims = promotions.flatMap(promotion => {
      const request = promotion.annotations?.[ANNOTATION_REQUEST];
      return request
        ? [{ promotion, id: actionEntryId(request, 'requested') }]
        : [];
    });
    if (claims.length === 0) return new Set();
    const entries = await this.#store.findByIds(claims.map(({ id }) => id));
    const actions = new Map(
      entries.filter(isAction).map(entry => [entry.id, entry]),
    );
    return new Set(
      claims
        .filter(({ promotion, id }) =>
          this.#asksFor(actions.get(id), promotion),
        )
        .map(({ promotion }) => promotion.uid),
    );
  }

  /** Finds the portal's own records of the approvals of some freight. */
  async approvalsOf(
    freight: readonly LedgerFreight[],
  ): Promise<NonNullable<LedgerContext['portalApproval']>> {
    const actions = await this.#actionsOn(
      freight
        .filter(({ approvedFor = [] }) => approvedFor.length > 0)
        .map(({ name }) => name),
    );
    return approval =>
      actions.find(
        action =>
          action.action === 'approve-freight' &&
          action.outcome === 'requested' &&
          action.project === approval.project &&
          action.freight === approval.freight &&
          action.stage === approval.stage &&
          isNear(action.at, approval.approvedAt),
      );
  }

  async #actionsOn(freight: readonly string[]): Promise<ActionEntry[]> {
    const names = [...new Set(freight)];
    const actions: ActionEntry[] = [];
    for (let start = 0; start < names.length; start += NAMES_A_QUERY) {
      const { entries } = await this.#store.find(
        {
          controlPlane: [this.#controlPlane],
          kind: ['action'],
          freight: names.slice(start, start + NAMES_A_QUERY),
        },
        { limit: ACTIONS_A_QUERY },
      );
      actions.push(...entries.filter(isAction));
    }
    return actions;
  }

  #cameOf(
    actions: readonly ActionEntry[],
    promotion: LedgerPromotion,
  ): boolean {
    const own = actions.filter(action => this.#asksFor(action, promotion));
    const isAnswered = ({ requestId }: ActionEntry) =>
      own.some(
        action =>
          action.requestId === requestId &&
          // Of what failed, nobody knew whether it was done.
          (action.outcome === 'executed' || action.outcome === 'refused'),
      );
    return own.some(action =>
      action.outcome === 'executed'
        ? action.message === promotion.name
        : action.outcome === 'requested' &&
          isNear(action.at, promotion.createdAt) &&
          !isAnswered(action),
    );
  }

  #asksFor(
    action: ActionEntry | undefined,
    promotion: LedgerPromotion,
  ): boolean {
    return (
      action !== undefined &&
      action.controlPlane === this.#controlPlane &&
      action.project === promotion.project &&
      // The newest freight was asked for where none is named.
      (action.freight ?? promotion.freight) === promotion.freight &&
      PROMOTING.includes(action.action) &&
      action.stage === promotion.stage
    );
  }
}

function isAction(entry: LedgerEntry): entry is ActionEntry {
  return entry.kind === 'action';
}

/**
 * Whether somebody asked through Kargo's own API, which records a person by a claim of their login, such as `email:`.
 * At the Kubernetes API, the annotation says what comes from the portal.
 */
function isPerson(actor: string | undefined): boolean {
  return (
    actor !== undefined && !/^(admin$|controller:|kubernetes:)/.test(actor)
  );
}

function isNear(requestedAt: string, doneAt: string | undefined): boolean {
  const wayMs = Date.parse(doneAt ?? '') - Date.parse(requestedAt);
  return wayMs >= -CLOCK_SKEW_MS && wayMs <= LONGEST_WAY_MS;
}
