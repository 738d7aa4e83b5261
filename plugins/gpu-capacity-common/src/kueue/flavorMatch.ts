import type {
  ResourceFlavor,
  FlavorTaint,
  FlavorToleration,
} from './resourceFlavor';
import type { KueueTopology } from './topology';
import type { TopologyRequest } from './topologyRequest';

/** A requirement on a node label, as in the node affinity of a pod. @public */
export interface FlavorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[] | null | undefined;
}

/**
 * What of a pod decides which flavors suit it. A `PodShape` is one.
 *
 * @public
 */
export interface FlavorWishes {
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Required node affinity: alternatives; absent where there is none. */
  readonly nodeAffinity:
    | ReadonlyArray<{
        readonly matchExpressions?:
          | readonly FlavorRequirement[]
          | null
          | undefined;
      }>
    | undefined;
  readonly tolerations: readonly FlavorToleration[];
  readonly topology?: TopologyRequest | undefined;
}

/**
 * Why a flavor does not suit a pod, in a sentence.
 *
 * @remarks
 * Kueue looks at the labels and taints that the flavor names, not at those of nodes. Of the pod's selector and affinity
 * it takes only what is about these labels.
 *
 * @param context.topologies - `undefined` where they are not observed: then levels are not compared
 * @param context.topologyOnly - all flavors of the queue have a topology, so that every pod is placed by it
 * @param context.quotaOnly - the pods ask for nothing of a node in this flavor, such as where it only counts pods
 *
 * @returns `undefined` where it suits
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go, checkFlavorForPodSets
 *
 * @public
 */
export function flavorMismatch(
  flavor: ResourceFlavor,
  wishes: FlavorWishes,
  context: {
    readonly topologies: readonly KueueTopology[] | undefined;
    readonly topologyOnly: boolean;
    readonly quotaOnly?: boolean;
  },
): string | undefined {
  return (
    topologyMismatch(flavor, wishes.topology, context) ??
    taintMismatch(flavor, wishes) ??
    labelMismatch(flavor, wishes)
  );
}

function topologyMismatch(
  flavor: ResourceFlavor,
  request: TopologyRequest | undefined,
  context: Parameters<typeof flavorMismatch>[2],
): string | undefined {
  const explicit =
    request && (request.mode !== 'none' || request.slices.length > 0);
  if (!explicit) {
    return flavor.topology !== undefined && !context.topologyOnly
      ? `The flavor "${flavor.name}" is only for pods that ask for a topology.`
      : undefined;
  }
  if (flavor.topology === undefined) {
    if (context.quotaOnly) return undefined;
    return `The flavor "${flavor.name}" has no topology.`;
  }
  const topology = context.topologies?.find(
    ({ name }) => name === flavor.topology,
  );
  if (!context.topologies) return undefined;
  if (!topology) return `The topology "${flavor.topology}" does not exist.`;
  const wanted = [request.level, ...request.slices.map(({ level }) => level)];
  const missing = wanted.find(
    level => level !== undefined && !topology.levels.includes(level),
  );
  return missing === undefined
    ? undefined
    : `The topology "${topology.name}" has no level "${missing}".`;
}

const BLOCKING_EFFECTS = ['NoSchedule', 'NoExecute'];

function taintMismatch(
  flavor: ResourceFlavor,
  { tolerations }: FlavorWishes,
): string | undefined {
  const all = [...tolerations, ...flavor.tolerations];
  const taint = flavor.nodeTaints.find(
    candidate =>
      BLOCKING_EFFECTS.includes(candidate.effect) &&
      !all.some(toleration => tolerates(toleration, candidate)),
  );
  return (
    taint &&
    `The flavor "${flavor.name}" has the taint ${taint.key}${
      taint.value && `=${taint.value}`
    }:${taint.effect}, which is not tolerated.`
  );
}

const COMPARISONS: Readonly<
  Record<string, (taint: string, wanted: string) => boolean>
> = {
  Equal: (taint, wanted) => taint === wanted,
  Lt: (taint, wanted) => areIntegers(taint, wanted) && +taint < +wanted,
  Gt: (taint, wanted) => areIntegers(taint, wanted) && +taint > +wanted,
};

function tolerates(toleration: FlavorToleration, taint: FlavorTaint): boolean {
  const { key, value, effect } = toleration;
  const operator = toleration.operator || 'Equal';
  if (effect && effect !== taint.effect) return false;
  if (key && key !== taint.key) return false;
  if (operator === 'Exists') return true;
  return (
    !!key &&
    Object.hasOwn(COMPARISONS, operator) &&
    COMPARISONS[operator](taint.value, value ?? '')
  );
}

function labelMismatch(
  flavor: ResourceFlavor,
  { nodeSelector, nodeAffinity }: FlavorWishes,
): string | undefined {
  const labels = new Map(Object.entries(flavor.nodeLabels));
  const wrong = Object.entries(nodeSelector).find(
    ([key, value]) => labels.has(key) && labels.get(key) !== value,
  );
  if (wrong) {
    return `The flavor "${flavor.name}" has nodes with ${wrong[0]}=${labels.get(
      wrong[0],
    )}, not ${wrong[1]}.`;
  }
  const terms = (nodeAffinity ?? []).map(({ matchExpressions }) =>
    (matchExpressions ?? []).filter(({ key }) => labels.has(key)),
  );
  // Terms are alternatives: one that says nothing about these labels is met by any flavor.
  const suits =
    terms.length === 0 ||
    terms.some(expressions =>
      expressions.every(expression => isMet(expression, labels)),
    );
  return suits
    ? undefined
    : `The flavor "${flavor.name}" does not meet the node affinity.`;
}

const OPERATORS: Readonly<
  Record<string, (value: string, wanted: readonly string[]) => boolean>
> = {
  In: (value, wanted) => wanted.includes(value),
  NotIn: (value, wanted) => !wanted.includes(value),
  Exists: () => true,
  DoesNotExist: () => false,
  Gt: (value, [wanted]) => areIntegers(value, wanted) && +value > +wanted,
  Lt: (value, [wanted]) => areIntegers(value, wanted) && +value < +wanted,
};

/** Of a label that the flavor has; others are not looked at. */
function isMet(
  { key, operator, values }: FlavorRequirement,
  labels: ReadonlyMap<string, string>,
): boolean {
  const test = Object.hasOwn(OPERATORS, operator)
    ? OPERATORS[operator]
    : undefined;
  return !!test?.(labels.get(key) ?? '', values ?? []);
}

function areIntegers(...texts: ReadonlyArray<string | undefined>): boolean {
  return texts.every(text => text !== undefined && /^[+-]?\d+$/.test(text));
}
