/** A Kubernetes condition. */
export type Condition = {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration: number;
};

type Draft = Omit<Condition, 'lastTransitionTime' | 'observedGeneration'>;

interface Known {
  readonly type?: unknown;
  readonly status?: unknown;
  readonly lastTransitionTime?: unknown;
}

/** Gives drafts a transition time, kept where the status did not change. */
export function conditionsFrom(
  drafts: readonly Draft[],
  previous: unknown,
  now: string,
  generation: number,
): Condition[] {
  const known: readonly Known[] = Array.isArray(previous) ? previous : [];
  return drafts.map(draft => {
    const same = known.find(
      condition =>
        condition.type === draft.type && condition.status === draft.status,
    );
    const since = same?.lastTransitionTime;
    return {
      ...draft,
      lastTransitionTime: typeof since === 'string' ? since : now,
      observedGeneration: generation,
    };
  });
}
