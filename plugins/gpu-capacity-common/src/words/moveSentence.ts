import { counted } from './amounts';

/** What is known of a search for pods that would have to move. */
interface Advice {
  readonly fits: boolean;
  readonly exhaustive: boolean;
  readonly move?: { readonly node: string; readonly pods: readonly unknown[] };
  readonly preempt?: {
    readonly node: string;
    readonly pods: readonly unknown[];
  };
}

/**
 * What would have to move, in a sentence.
 *
 * @param pod - such as `An 8-GPU pod`
 *
 * @public
 */
export function moveSentence(pod: string, advice: Advice): string {
  const { fits, exhaustive, move, preempt } = advice;
  if (fits) return `${pod} fits: nothing would have to move.`;
  if (move) {
    return `${pod} would need ${counted(
      move.pods.length,
      'pod',
      'pods',
    )} to move from ${move.node}, and there is room for them elsewhere.`;
  }
  if (preempt) {
    return `${pod} would need ${counted(
      preempt.pods.length,
      'pod',
      'pods',
    )} of a lower priority to leave ${
      preempt.node
    }; for them there is not room enough elsewhere.`;
  }
  return exhaustive
    ? `${pod} would not fit either if any pods moved that may.`
    : `Whether moving pods would make room was not found out: there are too many ways to try.`;
}
