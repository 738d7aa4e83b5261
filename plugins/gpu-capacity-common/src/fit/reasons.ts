/** A reason with the number of nodes that gave it. A node can give several. @public */
export interface ReasonCount {
  readonly reason: string;
  readonly nodes: number;
}

/** Counts equal reasons. */
export class ReasonTally {
  readonly #counts = new Map<string, number>();

  add(reasons: readonly string[]): void {
    for (const reason of reasons) {
      this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    }
  }

  /** The most frequent first. */
  counts(): readonly ReasonCount[] {
    return [...this.#counts]
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
