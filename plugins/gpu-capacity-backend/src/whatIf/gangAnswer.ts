import { InputError } from '@backstage/errors';
import {
  enumerated,
  type FitVerdict,
  type GangPart,
  type MixedGangAnswer,
  type QuotaGateView,
  type WhatIf,
} from '@fairway/plugin-gpu-capacity-common';
import { gangFit } from '../domain/gangFit';
import type { ClusterView } from '../services/ClusterCapacity';

const NO_QUOTA: QuotaGateView = {
  status: 'none',
  sentence: 'No quota applies.',
};

/**
 * Whether all kinds of pods of a workload fit beside each other.
 *
 * @throws `InputError` where it has no pods
 */
export function gangAnswer(options: {
  readonly cluster: ClusterView;
  readonly parts: readonly GangPart[];
  readonly quota?: QuotaGateView;
  readonly namespaceQuota?: QuotaGateView;
}): WhatIf['clusters'][number] {
  const { cluster, parts, quota = NO_QUOTA, namespaceQuota } = options;
  const found = gangFit({ cluster, parts, quota, namespaceQuota });
  if (!found) throw new InputError('It has no pods to place.');
  const { view, gang } = found;
  if (!gang) return view;
  return {
    ...view,
    gang: {
      status: gang.status,
      sentence: gangSentence(gang, view.verdict),
      parts: gang.parts.map(({ name, count, placed }) => ({
        name,
        count,
        placed,
      })),
    },
  };
}

function gangSentence(
  { status, parts }: MixedGangAnswer,
  verdict: FitVerdict,
): string {
  if (status === 'fits') return 'All find a place beside each other.';
  const placed = enumerated(
    parts.map(part => `${part.placed} of ${part.count} ${part.name}`),
  );
  const beside = `At least ${placed} find a place beside each other`;
  return verdict === 'does-not-fit'
    ? `${beside}.`
    : `${beside}, if the largest are placed first; another order might place more.`;
}
