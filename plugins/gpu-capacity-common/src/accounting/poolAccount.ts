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
  /**
   * Physical devices that carry the units; absent where labels do not say it for every node. Devices that are split
   * into several kinds of partitions carry each of them, so this must not be summed over groups.
   */
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
      const kind = kindOn(node, resource);
      const key = `${node.product ?? ''}\0${resource}\0${kind}`;
      groups.set(
        key,
        joined(groups.get(key), { node, resource, kind, account }),
      );
    }
  }
  return {
    groups: [...groups.values()].sort(
      (a, b) =>
        b.capacity - a.capacity ||
        (a.product ?? '').localeCompare(b.product ?? '') ||
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
  part: {
    readonly node: AcceleratorNode;
    readonly resource: string;
    readonly kind: AcceleratorKind;
    readonly account: ResourceAccount;
  },
): AcceleratorGroup {
  const { node, resource, kind, account } = part;
  const physical = kind === 'device' ? account.capacity : node.physicalDevices;
  return {
    ...addAccounts(group ?? EMPTY_ACCOUNT, account),
    product: node.product,
    resource,
    kind,
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

function sumKnown(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
