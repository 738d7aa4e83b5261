import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  fitSentence,
  nearMissSentence,
  nearMisses,
  type FitAnswer,
  type FitView,
  type GateOutcome,
  type MoveView,
  type NearMiss,
  type NearMissView,
  type NodeState,
  type PodShape,
  type QuotaGateView,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

const MAX_FEASIBLE = 50;
const MAX_NODE_NAMES = 5;
const MAX_NEAR_MISSES = 6;

const NO_QUOTA: QuotaGateView = {
  status: 'none',
  sentence: 'No quota applies.',
};

/** Whether pods fit in a cluster, as it is shown. */
export function fitView(options: {
  readonly cluster: ClusterView;
  readonly shape: PodShape;
  readonly answer: FitAnswer;
  readonly among?: (state: NodeState) => boolean;
  readonly quota?: QuotaGateView;
  readonly namespaceQuota?: QuotaGateView;
  readonly moves?: MoveView;
  readonly movesOmitted?: boolean;
}): FitView {
  const { cluster, shape, answer, among, moves, namespaceQuota } = options;
  const quota = options.quota ?? NO_QUOTA;
  const gates = [quota, ...(namespaceQuota ? [namespaceQuota] : [])];
  const outcome = outcomeOf(answer, gates);
  return {
    cluster: { name: cluster.name, title: cluster.title },
    freshness: freshnessOf(cluster.nodes.state),
    sentence: fitSentence({
      answer,
      outcome,
      quota: gates.find(gate => !isOpen(gate)) ?? quota,
    }),
    outcome,
    verdict: answer.verdict,
    replicas: answer.replicas,
    slots: answer.slots,
    feasible: [...answer.feasible]
      .sort((a, b) => b.slots - a.slots || a.node.localeCompare(b.node))
      .slice(0, MAX_FEASIBLE),
    feasibleNodes: answer.feasible.length,
    nodes: answer.nodes,
    unknownNodes: answer.unknownNodes.length,
    reasons: [...answer.reasons],
    message: answer.message,
    unevaluated: [...answer.unevaluated],
    nearMisses:
      answer.verdict === 'fits'
        ? []
        : nearMisses(cluster.state, shape, { among })
            .slice(0, MAX_NEAR_MISSES)
            .map(nearMissView),
    quota,
    namespaceQuota,
    moves,
    ...(options.movesOmitted && { movesOmitted: true }),
  };
}

/** What quotas and placement say together. */
function outcomeOf(
  answer: FitAnswer,
  gates: readonly QuotaGateView[],
): GateOutcome {
  const isUnknown = gates.some(({ status }) => status === 'unknown');
  if (answer.verdict === 'unknown' || isUnknown) return 'unknown';
  const hasQuota = gates.every(isOpen);
  if (answer.verdict === 'fits') return hasQuota ? 'go' : 'ask-for-quota';
  return hasQuota ? 'fragmentation' : 'both';
}

function isOpen({ status }: QuotaGateView): boolean {
  return ['none', 'within', 'borrowing'].includes(status);
}

function nearMissView(miss: NearMiss): NearMissView {
  return {
    kind: miss.kind,
    sentence: nearMissSentence(miss),
    nodes: miss.nodes.slice(0, MAX_NODE_NAMES),
    count: miss.nodes.length,
    ...(miss.kind === 'resources' && { shortages: [...miss.shortages] }),
  };
}
