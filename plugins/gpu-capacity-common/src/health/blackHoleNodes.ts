/**
 * A pod that has failed, as far as it says something about the node.
 *
 * @public
 */
export interface FailedPod {
  readonly node: string;
  /** Reason of the kubelet, such as `UnexpectedAdmissionError`. */
  readonly reason: string;
  /** When it failed, as far as that is known, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * A node that takes pods and lets them fail: to the scheduler it looks free, so that it gets the next pod too.
 *
 * @public
 */
export interface BlackHoleNode {
  readonly node: string;
  /** Pods that it has refused lately. */
  readonly pods: number;
  /** The reason that came most often. */
  readonly reason: string;
  /** In milliseconds since 1970. */
  readonly since: number;
}

/**
 * When refusals make a node a black hole.
 *
 * @public
 */
export interface BlackHoleRule {
  readonly windowMs: number;
  readonly minPods: number;
}

/** Three pods within an hour: one is a race with another pod, two can be. @public */
export const DEFAULT_BLACK_HOLE_RULE: BlackHoleRule = {
  windowMs: 3_600_000,
  minPods: 3,
};

// The kubelet refuses a pod that the scheduler has given to it.
const REFUSALS =
  /^(UnexpectedAdmissionError|TopologyAffinityError|OutOf[A-Za-z0-9./_-]+)$/;

/**
 * Whether a reason of a failed pod is the node's refusal of it.
 *
 * @see kubernetes/kubernetes pkg/kubelet/lifecycle/predicate.go (`OutOf...`, `UnexpectedAdmissionError`) and
 * pkg/kubelet/cm/topologymanager/topology_manager.go (`TopologyAffinityError`)
 *
 * @public
 */
export function isRefusal(reason: string): boolean {
  return REFUSALS.test(reason);
}

/**
 * Nodes that refuse the pods they get, those that refused most first.
 *
 * @param options - `now`: in milliseconds since 1970
 *
 * @public
 */
export function blackHoleNodes(
  failed: Iterable<FailedPod>,
  options: { readonly now: number; readonly rule?: BlackHoleRule },
): readonly BlackHoleNode[] {
  const { now, rule = DEFAULT_BLACK_HOLE_RULE } = options;
  const byNode = new Map<string, FailedPod[]>();
  for (const pod of failed) {
    if (!isRefusal(pod.reason) || now - pod.at > rule.windowMs) continue;
    const known = byNode.get(pod.node);
    if (known) known.push(pod);
    else byNode.set(pod.node, [pod]);
  }
  return [...byNode]
    .filter(([, pods]) => pods.length >= rule.minPods)
    .map(([node, pods]) => ({
      node,
      pods: pods.length,
      reason: mostFrequent(pods.map(({ reason }) => reason)),
      since: pods.reduce((first, { at }) => Math.min(first, at), now),
    }))
    .sort((a, b) => b.pods - a.pods || a.node.localeCompare(b.node));
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [[text]] = [...counts].sort(
    ([a, n], [b, m]) => m - n || a.localeCompare(b),
  );
  return text;
}
