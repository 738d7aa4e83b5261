import type { LabelRequirement } from '@fairway/plugin-gpu-capacity-common';
import { createHash } from 'node:crypto';

/** Nodes of a cluster of which a history is kept. */
export interface PoolScope {
  readonly cluster: string;
  /** Empty: all nodes. */
  readonly nodeSelector: readonly LabelRequirement[];
}

/** Says which pools are the same, in whatever order the requirements of their selectors are. */
export function poolId({ cluster, nodeSelector }: PoolScope): string {
  const requirements = nodeSelector
    .map(requirement => JSON.stringify(requirement))
    .sort();
  return createHash('sha256')
    .update(JSON.stringify([cluster, requirements]))
    .digest('hex');
}
