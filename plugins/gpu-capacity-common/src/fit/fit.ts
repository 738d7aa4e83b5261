import type { PodShape, UnevaluatedRule } from '../model';
import type { ClusterState, NodeState } from '../state';
import type { ClaimEvaluator } from './ClaimEvaluator';
import { reasonsAgainst } from './filters';
import { fitNode, refusalAfter, usageSeenBy } from './fitNode';
import { namedNodes } from './nodeAffinity';
import { ReasonTally, schedulerMessage, type ReasonCount } from './reasons';

/**
 * Whether pods of a shape find nodes.
 *
 * @remarks
 * `unknown`: they might, on nodes of which it cannot be said.
 *
 * @public
 */
export const FIT_VERDICTS = ['fits', 'does-not-fit', 'unknown'] as const;

/** @public */
export type FitVerdict = (typeof FIT_VERDICTS)[number];

/** A node with the number of pods that it takes. @public */
export interface NodeSlots {
  readonly node: string;
  readonly slots: number;
}

/**
 * Where pods of a shape fit, and why not elsewhere.
 *
 * @public
 */
export interface FitAnswer {
  readonly verdict: FitVerdict;
  readonly replicas: number;
  /** Pods of the shape that fit together, not more than `limit`; at least these where nodes are unknown. */
  readonly slots: number;
  readonly feasible: readonly NodeSlots[];
  readonly unknownNodes: ReadonlyArray<{
    readonly node: string;
    readonly reason: string;
  }>;
  /** Nodes of the cluster that were looked at. */
  readonly nodes: number;
  /** Why nodes take none, or no more, counted as the scheduler counts. */
  readonly reasons: readonly ReasonCount[];
  /** What the scheduler would say where it finds no node; absent where all replicas fit. */
  readonly message: string | undefined;
  /** Rules of the scheduler that the shape uses and that were not evaluated: a yes is a "yes, unless". */
  readonly unevaluated: readonly UnevaluatedRule[];
}

/**
 * @public
 */
export interface FitOptions {
  /** How many pods are to run together; 1 by default. */
  readonly replicas?: number;
  readonly claims?: ClaimEvaluator;
  /** The pod itself, where it exists already. */
  readonly uid?: string;
  /** Only these nodes are looked at; all by default. */
  readonly among?: (state: NodeState) => boolean;
}

const OUT_OF_REACH = ["node(s) didn't satisfy plugin(s) [NodeAffinity]"];
const CONFLICT = 'pod affinity terms conflict';

/**
 * Where identical pods fit, by the filters of the scheduler and in their order.
 *
 * @see kubernetes/kubernetes pkg/scheduler/schedule_one.go, `findNodesThatFitPod`
 *
 * @public
 */
export function fit(
  cluster: ClusterState,
  shape: PodShape,
  options: FitOptions = {},
): FitAnswer {
  const { replicas = 1, claims, uid, among } = options;
  const named = namedNodes(shape);
  const reasons = new ReasonTally();
  const feasible: NodeSlots[] = [];
  const unknownNodes: Array<{ node: string; reason: string }> = [];
  let nodes = 0;
  let slots = 0;
  for (const state of cluster.nodes()) {
    if (among && !among(state)) continue;
    nodes += 1;
    if (named && !named.has(state.node.name)) {
      reasons.add(OUT_OF_REACH);
      continue;
    }
    const refused = claims ? undefined : reasonsAt(shape, state, uid);
    if (refused) {
      reasons.add(refused);
      continue;
    }
    const answer = fitNode(shape, state, { claims, uid });
    if (answer.status === 'fits') {
      feasible.push({ node: state.node.name, slots: answer.slots });
      slots += answer.slots;
    } else if (answer.status === 'unknown') {
      unknownNodes.push({ node: state.node.name, reason: answer.reason });
    } else {
      reasons.add(answer.refusal.reasons);
    }
  }
  const claimsUnread = shape.claims.length > 0 && !claims;
  const verdict = verdictOf({
    slots: claimsUnread ? 0 : slots,
    replicas,
    mayBeMore: unknownNodes.length > 0 || (claimsUnread && slots >= replicas),
  });
  if (verdict !== 'fits') {
    // Those that fit are on their nodes when the next one is refused.
    for (const { node, slots: taken } of feasible) {
      const state = cluster.node(node);
      if (!state) continue;
      const usage = usageSeenBy(shape, state, uid);
      const refusal = refusalAfter(shape, state, usage, {
        slots: taken,
        claims,
      });
      if (refusal) reasons.add(refusal.reasons);
    }
  }
  const tally = reasons.counts();
  return {
    verdict,
    replicas,
    slots,
    feasible,
    unknownNodes,
    nodes,
    reasons: tally,
    message:
      verdict === 'fits'
        ? undefined
        : schedulerMessage(nodes, named?.size === 0 ? CONFLICT : tally),
    unevaluated: [
      ...shape.unevaluated,
      ...(claimsUnread ? (['claims'] as const) : []),
    ],
  };
}

/** Without claims, which can put devices in the place of a resource that is short, the filters say all. */
function reasonsAt(
  shape: PodShape,
  state: NodeState,
  uid: string | undefined,
): readonly string[] | undefined {
  const usage =
    state.nominated.size === 0 ? state.usage : usageSeenBy(shape, state, uid);
  return reasonsAgainst(shape, state.node, usage);
}

function verdictOf(found: {
  readonly slots: number;
  readonly replicas: number;
  readonly mayBeMore: boolean;
}): FitVerdict {
  if (found.slots >= found.replicas) return 'fits';
  return found.mayBeMore ? 'unknown' : 'does-not-fit';
}
