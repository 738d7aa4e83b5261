import type { ClusterNode, PodShape, Taint } from '../model';
import type { ClusterState, NodeState } from '../state';
import { FILTERS } from './filters';
import type { FilterPlugin, Refusal, Shortage } from './FilterPlugin';
import { usageSeenBy } from './fitNode';
import { isStateTaint } from './poolTolerations';
import { untoleratedTaint } from './taintToleration';

/**
 * Nodes that would take a pod if one thing were different.
 *
 * @public
 */
export type NearMiss =
  | {
      readonly kind: 'resources';
      readonly nodes: readonly string[];
      /** What is short on all of them, each as on the node that has most of it. */
      readonly shortages: readonly Shortage[];
      /** Accelerators that are there. */
      readonly satisfied: ReadonlyArray<{
        readonly resource: string;
        readonly requested: number;
      }>;
    }
  | {
      readonly kind: 'taint';
      readonly nodes: readonly string[];
      readonly taint: Taint;
    }
  | { readonly kind: 'cordoned'; readonly nodes: readonly string[] }
  | { readonly kind: 'affinity'; readonly nodes: readonly string[] }
  | { readonly kind: 'ports'; readonly nodes: readonly string[] };

/** What makes near misses alike, by the filter that refuses. */
const GROUPING: Readonly<
  Record<
    string,
    (found: {
      readonly shape: PodShape;
      readonly node: ClusterNode;
      readonly refusal: Refusal;
    }) => { readonly key: string; readonly miss: NearMiss } | undefined
  >
> = {
  NodeResourcesFit: ({ shape, node, refusal: { shortages } }) => ({
    key: shortages.map(({ resource }) => resource).join(),
    miss: {
      kind: 'resources',
      nodes: [node.name],
      shortages,
      satisfied: Object.entries(shape.requests)
        .filter(
          ([resource, requested]) =>
            resource.includes('/') &&
            requested > 0 &&
            !shortages.some(shortage => shortage.resource === resource),
        )
        .map(([resource, requested]) => ({ resource, requested })),
    },
  }),
  TaintToleration: ({ shape, node }) => {
    const taint = untoleratedTaint(node.taints, shape.tolerations);
    // Nobody should tolerate that a node is not to be used now.
    return taint === undefined || isStateTaint(taint.key)
      ? undefined
      : {
          key: `${taint.key}=${taint.value}:${taint.effect}`,
          miss: { kind: 'taint', nodes: [node.name], taint },
        };
  },
  NodeUnschedulable: ({ node }) => ({
    key: '',
    miss: { kind: 'cordoned', nodes: [node.name] },
  }),
  NodeAffinity: ({ node }) => ({
    key: '',
    miss: { kind: 'affinity', nodes: [node.name] },
  }),
  NodePorts: ({ node }) => ({
    key: '',
    miss: { kind: 'ports', nodes: [node.name] },
  }),
};

/** Where more than this is short a node is full rather than nearly right. */
const MAX_SHORT_RESOURCES = 2;

/**
 * What stands between a shape and nodes that nearly take it: groups of nodes with one obstacle in common, the closest
 * first. Nodes that have not enough accelerators at all, however empty they were, are no near miss.
 *
 * @public
 */
export function nearMisses(
  cluster: ClusterState,
  shape: PodShape,
  options: {
    readonly uid?: string;
    readonly among?: (state: NodeState) => boolean;
  } = {},
): readonly NearMiss[] {
  const groups = new Map<string, NearMiss>();
  const requests = Object.entries(shape.requests);
  const isLargeEnough = ({ allocatable }: ClusterNode) =>
    requests.every(
      ([resource, requested]) => (allocatable[resource] ?? 0) >= requested,
    );
  for (const state of cluster.nodes()) {
    if (options.among && !options.among(state)) continue;
    if (!isLargeEnough(state.node)) continue;
    const found = onlyRefusal(shape, state, options.uid);
    if (!found) continue;
    const grouped = GROUPING[found.plugin.name]?.({
      shape,
      node: state.node,
      refusal: found.refusal,
    });
    if (!grouped) continue;
    const key = `${found.plugin.name} ${grouped.key}`;
    const known = groups.get(key);
    groups.set(key, known ? joined(known, grouped.miss) : grouped.miss);
  }
  return [...groups.values()]
    .filter(
      miss =>
        miss.kind !== 'resources' ||
        miss.shortages.length <= MAX_SHORT_RESOURCES,
    )
    .sort(
      (a, b) => distance(a) - distance(b) || b.nodes.length - a.nodes.length,
    );
}

function onlyRefusal(
  shape: PodShape,
  state: NodeState,
  uid: string | undefined,
): { readonly plugin: FilterPlugin; readonly refusal: Refusal } | undefined {
  const usage = usageSeenBy(shape, state, uid);
  let only: { plugin: FilterPlugin; refusal: Refusal } | undefined;
  for (const plugin of FILTERS) {
    const refusal = plugin.refuse(shape, state.node, usage);
    if (!refusal) continue;
    if (only) return undefined;
    only = { plugin, refusal };
  }
  return only;
}

function joined(a: NearMiss, b: NearMiss): NearMiss {
  const nodes = [...a.nodes, ...b.nodes];
  if (a.kind !== 'resources' || b.kind !== 'resources') {
    return { ...a, nodes };
  }
  const most = (shortage: Shortage) => {
    const other = b.shortages.find(
      ({ resource }) => resource === shortage.resource,
    );
    return other && other.free > shortage.free ? other : shortage;
  };
  return { ...a, nodes, shortages: a.shortages.map(most) };
}

/** Share of what is asked for that is missing, at worst; what needs no capacity is closest. */
function distance(miss: NearMiss): number {
  if (miss.kind !== 'resources') return 0;
  return Math.max(
    ...miss.shortages.map(
      ({ requested, free }) => (requested - free) / requested,
    ),
  );
}
