import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';

/**
 * An amount of which a node has too little left.
 *
 * @public
 */
export interface Shortage {
  readonly resource: string;
  readonly requested: number;
  /** Not held; negative where more is held than the node has. */
  readonly free: number;
  readonly allocatable: number;
}

/**
 * Why a filter refuses a node.
 *
 * @public
 */
export interface Refusal {
  readonly plugin: string;
  /** As the scheduler words it. */
  readonly reasons: readonly string[];
  readonly shortages: readonly Shortage[];
}

/** A refusal that says the same of every node; one object for all of them. */
export function plainRefusal(plugin: string, reason: string): Refusal {
  return { plugin, reasons: [reason], shortages: [] };
}

/**
 * One filter of the scheduler: whether a pod may run on a node on which some amounts are taken.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins
 */
export interface FilterPlugin {
  readonly name: string;
  refuse(
    shape: PodShape,
    node: ClusterNode,
    usage: NodeUsage,
  ): Refusal | undefined;
}
