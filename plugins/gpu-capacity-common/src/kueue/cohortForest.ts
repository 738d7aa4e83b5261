import type { ClusterQueue } from './clusterQueue';
import type { Cohort } from './cohort';
import { flavorResourceKey, type FlavorQuota } from './resourceGroup';

/** A ClusterQueue or Cohort in the tree by which quota is shared. */
export interface QuotaNode {
  readonly name: string;
  readonly kind: 'cluster-queue' | 'cohort';
  readonly quotas: ReadonlyMap<string, FlavorQuota>;
  /** What the queue holds, by resource in a flavor; `undefined` where that is not known. */
  readonly reserved: ReadonlyMap<string, number> | undefined;
  /** Absent on roots. Its chain may be a cycle. */
  readonly parent: QuotaNode | undefined;
  readonly children: readonly QuotaNode[];
}

interface GrowingNode extends QuotaNode {
  parent: GrowingNode | undefined;
  readonly children: GrowingNode[];
}

/** Trees of cohorts, whatever they are like: parents may be missing and chains may be cycles. */
export interface CohortForest {
  readonly queues: ReadonlyMap<string, QuotaNode>;
  readonly cohorts: ReadonlyMap<string, QuotaNode>;
  /** Cohorts that are named and do not exist: to Kueue they are cohorts without quota of their own. */
  readonly undeclared: readonly string[];
  /** Nodes from which no root can be reached. */
  readonly cyclic: ReadonlySet<QuotaNode>;
}

/** Joins queues and cohorts by the names of their parents. */
export function growCohortForest(
  clusterQueues: readonly ClusterQueue[],
  declared: readonly Cohort[],
): CohortForest {
  const cohorts = new Map<string, GrowingNode>();
  for (const cohort of declared) {
    cohorts.set(cohort.name, newNode('cohort', cohort));
  }
  const undeclared: string[] = [];
  const cohortNamed = (name: string): GrowingNode => {
    const known = cohorts.get(name);
    if (known) return known;
    const node = newNode('cohort', { name, quotas: [] });
    cohorts.set(name, node);
    undeclared.push(name);
    return node;
  };
  for (const { name, parent } of declared) {
    if (parent) join(cohortNamed(name), cohortNamed(parent));
  }
  const queues = new Map<string, GrowingNode>();
  for (const queue of clusterQueues) {
    const node = newNode('cluster-queue', queue);
    queues.set(queue.name, node);
    if (queue.cohort) join(node, cohortNamed(queue.cohort));
  }
  return {
    queues,
    cohorts,
    undeclared,
    cyclic: cyclicNodes([...cohorts.values(), ...queues.values()]),
  };
}

/** The nodes from a node up to its root, itself first. Must not be asked for a cyclic one. */
export function pathToRoot(node: QuotaNode): readonly QuotaNode[] {
  const path: QuotaNode[] = [];
  for (let at: QuotaNode | undefined = node; at; at = at.parent) path.push(at);
  return path;
}

/** A node and all below it, parents before children. Must not be asked for a cyclic one. */
export function nodesFrom(root: QuotaNode): readonly QuotaNode[] {
  const nodes = [root];
  for (const node of nodes) {
    for (const child of node.children) nodes.push(child);
  }
  return nodes;
}

function newNode(
  kind: QuotaNode['kind'],
  of: {
    readonly name: string;
    readonly quotas: readonly FlavorQuota[];
    readonly reserved?: ClusterQueue['reserved'];
  },
): GrowingNode {
  return {
    name: of.name,
    kind,
    quotas: new Map(of.quotas.map(quota => [flavorResourceKey(quota), quota])),
    reserved:
      of.reserved &&
      new Map(
        of.reserved.map(usage => [flavorResourceKey(usage), usage.total]),
      ),
    parent: undefined,
    children: [],
  };
}

function join(child: GrowingNode, parent: GrowingNode): void {
  child.parent = parent;
  parent.children.push(child);
}

function cyclicNodes(nodes: readonly QuotaNode[]): ReadonlySet<QuotaNode> {
  const rooted = new Set(
    nodes.filter(({ parent }) => !parent).flatMap(nodesFrom),
  );
  return new Set(nodes.filter(node => !rooted.has(node)));
}
