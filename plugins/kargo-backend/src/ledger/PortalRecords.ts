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

/** What the portal writes down before it acts, and the approval that comes of it, are at most this far apart. */
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
   * Which of some promotions the portal asked for. The annotation alone is a claim: the request has to be in the ledger,
   * for the same freight and the same project.
   */
  async knownPromotions(
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
    const names = freight
      .filter(({ approvedFor = [] }) => approvedFor.length > 0)
      .map(({ name }) => name);
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

function isNear(requestedAt: string, approvedAt: string | undefined): boolean {
  const wayMs = Date.parse(approvedAt ?? '') - Date.parse(requestedAt);
  return wayMs >= -CLOCK_SKEW_MS && wayMs <= LONGEST_WAY_MS;
}
