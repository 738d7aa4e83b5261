/** A reason with the number of nodes that gave it. A node can give several. @public */
export interface ReasonCount {
  readonly reason: string;
  readonly nodes: number;
}

/** Counts equal reasons. */
export class ReasonTally {
  /** Most lists are one and the same, so that they are counted first and opened at the end. */
  readonly #lists = new Map<readonly string[], number>();

  add(reasons: readonly string[]): void {
    this.#lists.set(reasons, (this.#lists.get(reasons) ?? 0) + 1);
  }

  /** The most frequent first. */
  counts(): readonly ReasonCount[] {
    const counts = new Map<string, number>();
    for (const [reasons, nodes] of this.#lists) {
      for (const reason of reasons) {
        counts.set(reason, (counts.get(reason) ?? 0) + nodes);
      }
    }
    return [...counts]
      .map(([reason, nodes]) => ({ reason, nodes }))
      .sort((a, b) => b.nodes - a.nodes || (a.reason < b.reason ? -1 : 1));
  }
}

/**
 * The first sentence of what the scheduler writes on a pod that it cannot bind.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/types.go, `FitError.Error`
 */
export function schedulerMessage(
  nodes: number,
  why: readonly ReasonCount[] | string,
): string {
  const reasons =
    typeof why === 'string'
      ? why
      : why
          .map(({ reason, nodes: count }) => `${count} ${reason}`)
          .sort()
          .join(', ');
  return `0/${nodes} nodes are available:${reasons && ` ${reasons}.`}`;
}
