import { acceleratorKind, type AcceleratorKind } from '../accelerator';
import type { AcceleratorNode, AcceleratorPod } from '../model';
import {
  EMPTY_ACCOUNT,
  accountOf,
  addAccounts,
  heldByNode,
  type ResourceAccount,
} from './nodeAccount';

/**
 * One kind of unit in a pool: a product and the resource by which it is asked for.
 *
 * @public
 */
export interface AcceleratorGroup extends ResourceAccount {
  /** Absent where no label of its nodes says it. */
  readonly product: string | undefined;
  readonly resource: string;
  readonly kind: AcceleratorKind;
  readonly nodes: number;
  /** Physical devices behind the units; absent where labels do not say it for every node. */
  readonly physical: number | undefined;
  /** Most units that one node has free: what a single pod can get at best. */
  readonly largestFree: number;
}

/**
 * One node of a pool.
 *
 * @public
 */
export interface NodeAccount {
  readonly node: AcceleratorNode;
  readonly resources: ReadonlyArray<
    ResourceAccount & { readonly resource: string }
  >;
}

/**
 * Accounts for the accelerators of some nodes.
 *
 * @param pods - all pods of the cluster; those on other nodes are ignored
 *
 * @public
 */
export function accountForPool(
  nodes: readonly AcceleratorNode[],
  pods: Iterable<AcceleratorPod>,
): {
  readonly groups: readonly AcceleratorGroup[];
  readonly nodes: readonly NodeAccount[];
} {
  const held = heldByNode(pods);
  const accounts = nodes.map(node => ({
    node,
    resources: resourcesOf(node, held.get(node.name) ?? {}).map(
      ([resource, units]) => ({
        resource,
        ...accountOf(node, resource, units),
      }),
    ),
  }));

  const groups = new Map<string, AcceleratorGroup>();
  for (const { node, resources } of accounts) {
    for (const { resource, ...account } of resources) {
      const key = `${node.product ?? ''}\0${resource}`;
      groups.set(key, joined(groups.get(key), node, resource, account));
    }
  }
  return {
    groups: [...groups.values()].sort(
      (a, b) =>
        (a.product ?? '\uffff').localeCompare(b.product ?? '\uffff') ||
        a.resource.localeCompare(b.resource),
    ),
    nodes: accounts,
  };
}

/** Resources that count, with the units held; helper resources such as memory shares are no units. */
function resourcesOf(
  node: AcceleratorNode,
  held: Readonly<Record<string, number>>,
): Array<[string, number]> {
  return Object.keys({ ...node.capacity, ...held })
    .filter(resource => acceleratorKind(resource) !== 'not-a-device')
    .map((resource): [string, number] => [resource, held[resource] ?? 0])
    .filter(
      // A split or renamed device leaves its whole name behind with nothing in it.
      ([resource, units]) => (node.capacity[resource] ?? 0) > 0 || units > 0,
    );
}

function joined(
  group: AcceleratorGroup | undefined,
  node: AcceleratorNode,
  resource: string,
  account: ResourceAccount,
): AcceleratorGroup {
  const kind = kindOn(node, resource);
  // A node with several resources has one set of cards behind them: they are not divided among the resources.
  const physical =
    kind === 'device' ? account.capacity : physicalBehind(node, resource);
  return {
    ...addAccounts(group ?? EMPTY_ACCOUNT, account),
    product: node.product,
    resource,
    kind: group?.kind ?? kind,
    nodes: (group?.nodes ?? 0) + 1,
    physical: group ? sumKnown(group.physical, physical) : physical,
    largestFree: Math.max(group?.largestFree ?? 0, account.free),
  };
}

/** Time-slicing without a new name multiplies the whole-device resource: the label tells. */
function kindOn(node: AcceleratorNode, resource: string): AcceleratorKind {
  const kind = acceleratorKind(resource) ?? 'unclassified';
  const shared =
    kind === 'device' &&
    node.physicalDevices !== undefined &&
    (node.capacity[resource] ?? 0) > node.physicalDevices;
  return shared ? 'shared' : kind;
}

function physicalBehind(
  node: AcceleratorNode,
  resource: string,
): number | undefined {
  const others = Object.entries(node.capacity).filter(
    ([name, count]) =>
      name !== resource &&
      count > 0 &&
      acceleratorKind(name) !== 'not-a-device',
  );
  return others.length === 0 ? node.physicalDevices : undefined;
}

function sumKnown(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
