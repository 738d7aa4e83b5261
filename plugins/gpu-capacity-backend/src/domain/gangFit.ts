import {
  fit,
  fitMixedGang,
  type FitAnswer,
  type FitView,
  type GangPart,
  type MixedGangAnswer,
  type QuotaGateView,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import { fitView } from './fitView';

/** What is shown, and what was found where there is more than one shape. */
export interface GangFit {
  readonly view: FitView;
  readonly gang: MixedGangAnswer | undefined;
}

/**
 * Whether pods of several shapes fit beside each other and beside what runs. Of one shape the answer is exact; of
 * several it is certain where all find a place, and where one shape finds none alone.
 *
 * @returns `undefined` where nothing is asked for
 */
export function gangFit(options: {
  readonly cluster: ClusterView;
  readonly parts: readonly GangPart[];
  readonly quota: QuotaGateView;
  readonly namespaceQuota: QuotaGateView | undefined;
  /** Of the pods: claims are looked up there. */
  readonly namespace?: string;
}): GangFit | undefined {
  const { cluster, quota, namespaceQuota } = options;
  const parts = options.parts.filter(({ count }) => count > 0);
  const claims = cluster.claims.evaluator(options.namespace ?? '');
  const answers = parts.map(part => ({
    part,
    answer: fit(cluster.state, part.shape, { replicas: part.count, claims }),
  }));
  const [first, ...others] = answers;
  if (!first) return undefined;
  const viewOf = (found: typeof first, answer: FitAnswer) =>
    fitView({
      cluster,
      shape: found.part.shape,
      answer,
      quota,
      namespaceQuota,
    });
  if (others.length === 0) {
    return { view: viewOf(first, first.answer), gang: undefined };
  }
  const alone = answers.find(({ answer }) => answer.verdict !== 'fits');
  const gang = fitMixedGang(cluster.state, parts, { claims });
  const placed = gang.parts.reduce((sum, part) => sum + part.placed, 0);
  const found = alone ?? first;
  const view = viewOf(found, {
    ...found.answer,
    verdict:
      alone?.answer.verdict ?? (gang.status === 'fits' ? 'fits' : 'unknown'),
    replicas: parts.reduce((sum, { count }) => sum + count, 0),
    slots: placed,
    feasible: joined(gang.parts.flatMap(({ nodes }) => nodes)),
    unevaluated: [
      ...new Set(answers.flatMap(({ answer }) => answer.unevaluated)),
    ],
  });
  return { view, gang };
}

function joined(nodes: FitAnswer['feasible']): FitAnswer['feasible'] {
  const slots = new Map<string, number>();
  for (const { node, slots: taken } of nodes) {
    slots.set(node, (slots.get(node) ?? 0) + taken);
  }
  return [...slots].map(([node, taken]) => ({ node, slots: taken }));
}
