import {
  freshnessOf,
  type ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  accountForPool,
  matchesLabels,
  poolHeadline,
  type AcceleratorNode,
  type AcceleratorPod,
  type LabelRequirement,
  type NodeAccount,
  type NodeView,
  type PoolCapacity,
} from '@fairway/plugin-gpu-capacity-common';

/** What is known of a cluster at one moment. */
export interface ClusterSnapshot {
  readonly name: string;
  readonly title: string | undefined;
  readonly nodes: ResourceSnapshot<AcceleratorNode>;
  readonly pods: ResourceSnapshot<AcceleratorPod>;
}

/** The view of the nodes of a cluster that a selector names. Names no pods: they may belong to others. */
export function poolCapacity(options: {
  readonly cluster: ClusterSnapshot;
  readonly nodeSelector: readonly LabelRequirement[];
}): PoolCapacity {
  const { cluster, nodeSelector } = options;
  const { name, title } = cluster;
  const nodes = [...cluster.nodes.items.values()].filter(node =>
    matchesLabels(nodeSelector, node.labels),
  );
  const members = new Set(nodes.map(node => node.name));
  const pods = [...cluster.pods.items.values()];
  const account = accountForPool(nodes, pods);

  const view: Omit<PoolCapacity, 'headline'> = {
    scope: 'pool',
    cluster: { name, title },
    nodes: {
      freshness: freshnessOf(cluster.nodes.state),
      malformed: [...cluster.nodes.malformed],
      items: account.nodes
        .map(nodeView)
        .sort((a, b) => a.name.localeCompare(b.name)),
    },
    pods: {
      freshness: freshnessOf(cluster.pods.state),
      malformed: [...cluster.pods.malformed],
      waiting: pods.filter(pod => pod.holding === 'pending').length,
      gated: pods.filter(pod => pod.holding === 'gated').length,
      wasting: pods.filter(
        pod => pod.waste && pod.node && members.has(pod.node),
      ).length,
    },
    groups: [...account.groups],
  };
  return { ...view, headline: poolHeadline(view) };
}

function nodeView({ node, resources }: NodeAccount): NodeView {
  const { name, state, product, reconfiguring } = node;
  return { name, state, product, reconfiguring, resources: [...resources] };
}
