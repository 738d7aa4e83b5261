import type { ClusterNode, PodShape } from '../model';

/**
 * Says for how many pods the claims of a shape can be allocated on a node, by Dynamic Resource Allocation.
 *
 * @public
 */
export interface ClaimEvaluator {
  /** Extended resources that device classes offer on nodes whose device plugin does not. */
  readonly delegated: ReadonlySet<string>;

  /** Whether a shape needs devices by claims on a node. */
  isConcerned(shape: PodShape, node: ClusterNode): boolean;

  /**
   * @param atMost - more pods than these are not looked for
   */
  evaluate(shape: PodShape, node: ClusterNode, atMost: number): ClaimSlots;
}

/** @public */
export type ClaimSlots =
  | {
      readonly status: 'known';
      readonly slots: number;
      /** Why there is no more, as the scheduler words it. */
      readonly reason: string;
    }
  | { readonly status: 'unknown'; readonly reason: string };
