import {
  counted,
  type BlackHoleNode,
  type HealthView,
} from '@fairway/plugin-gpu-capacity-common';

/** Nodes of a pool that refuse the pods they get. */
export function blackHoleHealth(
  found: readonly BlackHoleNode[],
  isMember: (node: string) => boolean,
): readonly HealthView[] {
  return found
    .filter(({ node }) => isMember(node))
    .map(({ node, pods, reason, since }) => ({
      kind: 'black-hole',
      severity: 'bad',
      node,
      since: new Date(since).toISOString(),
      sentence: `${node} has refused ${counted(
        pods,
        'pod',
        'pods',
      )} within an hour (${reason}): the scheduler takes it for free and sends it the next one.`,
    }));
}
