import { nodesFrom, type QuotaNode } from './cohortForest';
import { subtractAmount } from './quotaAmount';

/** A node's quota and usage for one resource in a flavor. */
export interface Level {
  readonly subtreeQuota: number;
  readonly usage: number | undefined;
  /** What is kept from the parent by the lending limit. */
  readonly localQuota: number;
}

export function levelOf(
  node: QuotaNode,
  key: string,
  levels: ReadonlyMap<QuotaNode, Level>,
): Level {
  const quota = node.quotas.get(key);
  let subtreeQuota = quota?.nominal ?? 0;
  let usage = node.kind === 'cluster-queue' ? reservedBy(node, key) : 0;
  for (const child of node.children) {
    const below = levels.get(child);
    if (!below) continue;
    subtreeQuota += subtractAmount(below.subtreeQuota, below.localQuota);
    usage = addUsage(usage, usedInParent(below));
  }
  return {
    subtreeQuota,
    usage,
    localQuota:
      quota?.lendingLimit === undefined
        ? 0
        : Math.max(0, subtractAmount(subtreeQuota, quota.lendingLimit)),
  };
}

/** A queue cannot hold what it has no quota for; that it says nothing of what it could hold is unknown. */
export function reservedBy(node: QuotaNode, key: string): number | undefined {
  const reserved = node.reserved?.get(key);
  if (reserved !== undefined) return reserved;
  return node.quotas.has(key) ? undefined : 0;
}

function usedInParent({ usage, localQuota }: Level): number | undefined {
  return usage === undefined
    ? undefined
    : Math.max(0, subtractAmount(usage, localQuota));
}

function addUsage(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** What comes from the parent, and how much of it may be borrowed. */
interface FromAbove {
  readonly limit: number | undefined;
  readonly above: number | undefined;
}

export function availableAt(
  node: QuotaNode,
  level: Level,
  { limit, above }: FromAbove,
): number | undefined {
  const { subtreeQuota, usage, localQuota } = level;
  if (usage === undefined) return undefined;
  if (!node.parent) return subtractAmount(subtreeQuota, usage);
  if (above === undefined) return undefined;
  const storedInParent = subtractAmount(subtreeQuota, localQuota);
  const usedAbove = Math.max(0, subtractAmount(usage, localQuota));
  const fromParent =
    limit === undefined
      ? above
      : Math.min(subtractAmount(storedInParent, usedAbove) + limit, above);
  return Math.max(0, subtractAmount(localQuota, usage)) + fromParent;
}

export function potentialAt(
  node: QuotaNode,
  { subtreeQuota, localQuota }: Level,
  { limit, above }: FromAbove,
): number {
  if (!node.parent || above === undefined) return subtreeQuota;
  const reachable = localQuota + above;
  return limit === undefined
    ? reachable
    : Math.min(subtreeQuota + limit, reachable);
}

export function usageUnknown(nodes: readonly QuotaNode[], key: string): string {
  const silent = nodes
    .filter(
      node =>
        node.kind === 'cluster-queue' && reservedBy(node, key) === undefined,
    )
    .map(({ name }) => `"${name}"`);
  return `The status of ${silent.join(', ')} does not say what is reserved.`;
}

/** Levels of cohorts below and including one; 0 for one without children. */
export function heightOf(cohort: QuotaNode): number {
  const heights = new Map<QuotaNode, number>();
  for (const node of [...nodesFrom(cohort)].reverse()) {
    if (node.kind === 'cohort') {
      heights.set(
        node,
        node.children.reduce(
          (height, child) =>
            Math.max(
              height,
              child.kind === 'cohort' ? (heights.get(child) ?? 0) + 1 : 1,
            ),
          0,
        ),
      );
    }
  }
  return heights.get(cohort) ?? 0;
}
