import type { ResourceAmounts } from '../model';
import { quotaAmountText } from './quotaAmountText';
import type { ClusterQueue } from './clusterQueue';
import type { Cohort } from './cohort';
import type { ResourceFlavor } from './resourceFlavor';

/** A node, as far as flavors and quota go. A `ClusterNode` is one. @public */
export interface FlavorNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly allocatable: ResourceAmounts;
}

/**
 * Quota of a resource in a flavor against the nodes that the flavor stands for.
 *
 * @remarks
 * `no-nodes`: no node has its labels; `promised-too-much`: queues may be given what is not there; `left-over`: nodes have
 * what nobody has quota for; `not-defined`: queues name a flavor that does not exist.
 *
 * @public
 */
export interface QuotaAgainstHardware {
  readonly flavor: string;
  readonly resource: string;
  /** Nominal quota of all queues and cohorts; `Infinity` is unlimited. */
  readonly nominal: number;
  /** Allocatable on the nodes of the flavor. */
  readonly allocatable: number;
  readonly nodes: number;
  readonly verdict:
    | 'equal'
    | 'promised-too-much'
    | 'left-over'
    | 'no-nodes'
    | 'not-defined';
  /** Other flavors that have quota for this resource on some of the same nodes: their hardware is counted twice. */
  readonly sharesNodesWith: readonly string[];
  /** For people. */
  readonly sentence: string;
}

const SENTENCES: Readonly<
  Record<QuotaAgainstHardware['verdict'], (row: Row) => string>
> = {
  equal: row =>
    `The quota for ${row.resource} of "${row.flavor}" is what its nodes have.`,
  'promised-too-much': row =>
    `The queues are promised ${textOf(row, row.nominal)} ${row.resource} of "${
      row.flavor
    }", its nodes have ${textOf(row, row.allocatable)}.`,
  'left-over': row =>
    `The nodes of "${row.flavor}" have ${textOf(row, row.allocatable)} ${
      row.resource
    }, the queues may use ${textOf(row, row.nominal)}.`,
  'no-nodes': row => `No node has the labels of the flavor "${row.flavor}".`,
  'not-defined': row =>
    `Queues have quota for the flavor "${row.flavor}", which does not exist.`,
};

/**
 * Compares quota with hardware. Kueue does not look at nodes outside of topologies, so that it may promise what no node has.
 *
 * @public
 */
export function compareQuotaWithHardware(options: {
  readonly clusterQueues: readonly ClusterQueue[];
  readonly cohorts: readonly Cohort[];
  readonly flavors: readonly ResourceFlavor[];
  readonly nodes: readonly FlavorNode[];
}): readonly QuotaAgainstHardware[] {
  const nominal = nominalByFlavor(options);
  const nodesOf = new Map(
    options.flavors.map(flavor => [
      flavor.name,
      new Set(options.nodes.filter(node => isOfFlavor(node, flavor))),
    ]),
  );
  return [...nominal].flatMap(([flavor, resources]) =>
    [...resources].map(([resource, amount]) => {
      const nodes = nodesOf.get(flavor);
      const allocatable = allocatableOf(nodes ?? [], resource);
      const row = {
        flavor,
        resource,
        nominal: amount,
        allocatable,
        nodes: nodes?.size ?? 0,
        verdict: verdictOf({ amount, allocatable, nodes: nodes?.size }),
        sharesNodesWith: [...nominal]
          .filter(
            ([other, theirs]) =>
              other !== flavor &&
              theirs.has(resource) &&
              shareNodes(nodes, nodesOf.get(other)),
          )
          .map(([other]) => other),
      };
      return { ...row, sentence: SENTENCES[row.verdict](row) };
    }),
  );
}

/**
 * Names of flavors whose labels no node has, also of those that no queue has quota for.
 *
 * @public
 */
export function flavorsWithoutNodes(
  flavors: readonly ResourceFlavor[],
  nodes: ReadonlyArray<Pick<FlavorNode, 'labels'>>,
): readonly string[] {
  return flavors
    .filter(flavor => !nodes.some(node => isOfFlavor(node, flavor)))
    .map(({ name }) => name);
}

/**
 * Whether a node is of a flavor: it has all of its labels. A flavor without labels stands for all nodes.
 *
 * @public
 */
export function isOfFlavor(
  node: Pick<FlavorNode, 'labels'>,
  flavor: Pick<ResourceFlavor, 'nodeLabels'>,
): boolean {
  return Object.entries(flavor.nodeLabels).every(
    ([key, value]) =>
      Object.hasOwn(node.labels, key) && node.labels[key] === value,
  );
}

function allocatableOf(nodes: Iterable<FlavorNode>, resource: string): number {
  let sum = 0;
  for (const { allocatable } of nodes) {
    if (Object.hasOwn(allocatable, resource)) sum += allocatable[resource];
  }
  return sum;
}

function shareNodes(
  some: ReadonlySet<FlavorNode> | undefined,
  others: ReadonlySet<FlavorNode> | undefined,
): boolean {
  return !!some && !!others && [...some].some(node => others.has(node));
}

function nominalByFlavor(options: {
  readonly clusterQueues: readonly ClusterQueue[];
  readonly cohorts: readonly Cohort[];
}): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const nominal = new Map<string, Map<string, number>>();
  for (const { quotas } of [...options.clusterQueues, ...options.cohorts]) {
    for (const { flavor, resource, nominal: amount } of quotas) {
      const resources = nominal.get(flavor) ?? new Map<string, number>();
      resources.set(resource, (resources.get(resource) ?? 0) + amount);
      nominal.set(flavor, resources);
    }
  }
  return nominal;
}

function verdictOf(of: {
  readonly amount: number;
  readonly allocatable: number;
  readonly nodes: number | undefined;
}): QuotaAgainstHardware['verdict'] {
  if (of.nodes === undefined) return 'not-defined';
  if (of.nodes === 0) return 'no-nodes';
  if (of.amount === of.allocatable) return 'equal';
  return of.amount > of.allocatable ? 'promised-too-much' : 'left-over';
}

type Row = Omit<QuotaAgainstHardware, 'sentence'>;

function textOf({ resource }: Row, amount: number): string {
  return quotaAmountText(resource, amount);
}
