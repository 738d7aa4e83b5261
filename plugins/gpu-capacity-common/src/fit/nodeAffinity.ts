import type { ClusterNode, NodeSelectorTerm, PodShape } from '../model';
import { plainRefusal, type FilterPlugin } from './FilterPlugin';

type Requirement = NonNullable<NodeSelectorTerm['matchExpressions']>[number];
type Labels = Readonly<Record<string, string>>;

interface Operator {
  /** Whether the values have the form that the operator needs; a term with a malformed requirement never matches. */
  accepts(values: readonly string[]): boolean;
  matches(label: string | undefined, values: readonly string[]): boolean;
}

const INTEGER = /^[+-]?\d+$/;

/** @see kubernetes/apimachinery pkg/labels/selector.go, `NewRequirement` and `Requirement.Matches` */
const LABEL_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  [
    'In',
    {
      accepts: values => values.length > 0,
      matches: (label, values) => label !== undefined && values.includes(label),
    },
  ],
  [
    'NotIn',
    {
      accepts: values => values.length > 0,
      matches: (label, values) =>
        label === undefined || !values.includes(label),
    },
  ],
  [
    'Exists',
    {
      accepts: values => values.length === 0,
      matches: label => label !== undefined,
    },
  ],
  [
    'DoesNotExist',
    {
      accepts: values => values.length === 0,
      matches: label => label === undefined,
    },
  ],
  [
    'Gt',
    {
      accepts: isOneInteger,
      matches: (label, [value]) => isMore(label, value),
    },
  ],
  [
    'Lt',
    {
      accepts: isOneInteger,
      matches: (label, [value]) => label !== undefined && isMore(value, label),
    },
  ],
]);

/** @see kubernetes/component-helpers scheduling/corev1/nodeaffinity, `nodeSelectorRequirementsAsFieldSelector` */
const FIELD_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  [
    'In',
    {
      accepts: isOne,
      matches: (field, [value]) => (field ?? '') === value,
    },
  ],
  [
    'NotIn',
    {
      accepts: isOne,
      matches: (field, [value]) => (field ?? '') !== value,
    },
  ],
]);

/**
 * Whether a node has the labels of a pod's node selector and is in one of the terms of its required affinity. A term
 * without requirements matches no node.
 *
 * @public
 */
export function matchesNodeAffinity(
  shape: Pick<PodShape, 'nodeSelector' | 'nodeAffinity'>,
  node: Pick<ClusterNode, 'name' | 'labels'>,
): boolean {
  for (const key of Object.keys(shape.nodeSelector)) {
    if (node.labels[key] !== shape.nodeSelector[key]) return false;
  }
  return (
    shape.nodeAffinity === undefined ||
    shape.nodeAffinity.some(term => matchesTerm(term, node))
  );
}

/**
 * Whether a node is in a term of a node selector.
 *
 * @public
 */
export function matchesTerm(
  term: NodeSelectorTerm,
  node: Pick<ClusterNode, 'name' | 'labels'>,
): boolean {
  const expressions = term.matchExpressions ?? [];
  const fields = term.matchFields ?? [];
  return (
    expressions.length + fields.length > 0 &&
    holds(expressions, LABEL_OPERATORS, node.labels) &&
    holds(fields, FIELD_OPERATORS, { 'metadata.name': node.name })
  );
}

const REFUSAL = plainRefusal(
  'NodeAffinity',
  "node(s) didn't match Pod's node affinity/selector",
);

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity */
export const nodeAffinity: FilterPlugin = {
  name: REFUSAL.plugin,
  refuse(shape, node) {
    return matchesNodeAffinity(shape, node) ? undefined : REFUSAL;
  },
};

/**
 * Names of the only nodes that are looked at, where every term of the affinity names nodes; `undefined`: all nodes.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity, `PreFilter`
 */
export function namedNodes(shape: PodShape): ReadonlySet<string> | undefined {
  const terms = shape.nodeAffinity;
  if (!terms?.length) return undefined;
  const named = new Set<string>();
  for (const term of terms) {
    const sets = (term.matchFields ?? [])
      .filter(
        ({ key, operator }) => key === 'metadata.name' && operator === 'In',
      )
      .map(({ values }) => values ?? []);
    if (sets.length === 0) return undefined;
    const [first, ...others] = sets;
    first
      .filter(name => others.every(values => values.includes(name)))
      .forEach(name => named.add(name));
  }
  return named;
}

function holds(
  requirements: readonly Requirement[],
  operators: ReadonlyMap<string, Operator>,
  labels: Labels,
): boolean {
  return requirements.every(({ key, operator, values }) => {
    const rule = operators.get(operator);
    return (
      !!rule?.accepts(values ?? []) && rule.matches(labels[key], values ?? [])
    );
  });
}

function isOne(values: readonly string[]): boolean {
  return values.length === 1;
}

function isOneInteger(values: readonly string[]): boolean {
  return isOne(values) && isInteger(values[0]);
}

function isMore(a: string | undefined, b: string | undefined): boolean {
  return (
    isInteger(a) &&
    isInteger(b) &&
    BigInt(a.replace('+', '')) > BigInt(b.replace('+', ''))
  );
}

/** In the range of a signed 64-bit integer, as Go reads one. */
function isInteger(text: string | undefined): text is string {
  return (
    text !== undefined &&
    INTEGER.test(text) &&
    BigInt.asIntN(64, BigInt(text.replace('+', ''))) ===
      BigInt(text.replace('+', ''))
  );
}
