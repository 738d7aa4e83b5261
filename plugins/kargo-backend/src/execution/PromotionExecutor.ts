import type { Impersonation } from '@fairway/kubernetes-resources';
import type { Observed } from '@fairway/plugin-kargo-common';

/** What is to be carried out, and in whose name. */
export interface PromotionOrder {
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  readonly freight: string;
  readonly person: Impersonation;
  /** What Kargo's object says of the request: who asked, why, and its id in the history. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** What came of it. */
export type ExecutionOutcome =
  | { readonly status: 'executed'; readonly promotion: string }
  /** The control plane said no. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Nobody knows whether it was carried out. */
  | { readonly status: 'failed'; readonly reason: string };

/** Carries promotions out. Handing over to Kargo needs none. */
export interface PromotionExecutor {
  /** What the person may do on the control plane, by its own word. */
  access(
    order: Omit<PromotionOrder, 'annotations' | 'freight'>,
  ): Promise<Observed<{ readonly allowed: boolean; readonly needs: string }>>;

  promote(order: PromotionOrder): Promise<ExecutionOutcome>;
}
