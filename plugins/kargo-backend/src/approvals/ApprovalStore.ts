import type {
  ApprovalRefusal,
  ApprovalRequest,
  ApprovalResult,
  ApprovalState,
} from '@fairway/plugin-kargo-common';

/** Which requests; a part that is left out takes all. */
export interface ApprovalFilter {
  readonly controlPlane?: string;
  readonly project?: string;
  readonly stage?: string;
  readonly freight?: string;
  readonly state?: ApprovalState;
}

/** What one change did to one request. */
export interface ApprovalChange {
  readonly before: ApprovalRequest;
  readonly after: ApprovalRequest;
}

/** Changes of requests that were kept, or why none was. */
export type ChangeOutcome =
  | { readonly status: 'changed'; readonly changes: readonly ApprovalChange[] }
  | {
      readonly status: 'refused';
      readonly id: string;
      readonly refusal: ApprovalRefusal;
    }
  | { readonly status: 'not-found'; readonly id: string };

/** Keeps requests for approvals; several replicas may use one at the same time. */
export interface ApprovalStore {
  /** Adds a request, unless one is open for the same promotion and purpose; then it gives back that one. */
  insert(
    request: ApprovalRequest,
  ): Promise<{ readonly added: boolean; readonly request: ApprovalRequest }>;
  get(id: string): Promise<ApprovalRequest | undefined>;
  /** The newest first. */
  list(
    filter: ApprovalFilter,
    options: { readonly limit: number },
  ): Promise<readonly ApprovalRequest[]>;
  /** Ids of open requests whose time is over, the oldest first. */
  listOver(options: {
    readonly at: string;
    readonly limit: number;
  }): Promise<readonly string[]>;
  /**
   * Changes requests, all of them or none: what `change` decides about each was decided about what is in the store.
   * Where another replica was faster, it is asked again.
   *
   * @throws `ConflictError` where others were faster too often
   */
  change(
    ids: readonly string[],
    change: (request: ApprovalRequest) => ApprovalResult<ApprovalRequest>,
  ): Promise<ChangeOutcome>;
}
