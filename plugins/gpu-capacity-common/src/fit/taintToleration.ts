import type { Taint, Toleration } from '../model';
import { plainRefusal, type FilterPlugin } from './FilterPlugin';

const HARD_EFFECTS = ['NoSchedule', 'NoExecute'];

/**
 * Whether a toleration covers a taint. The comparison operators `Lt` and `Gt` are off by default in the cluster.
 *
 * @see kubernetes/api core/v1/toleration.go, `ToleratesTaint`
 *
 * @public
 */
export function toleratesTaint(toleration: Toleration, taint: Taint): boolean {
  const { effect, key, operator, value } = toleration;
  if (effect && effect !== taint.effect) return false;
  if (key && key !== taint.key) return false;
  if (!operator || operator === 'Equal') return (value ?? '') === taint.value;
  return operator === 'Exists';
}

/** The first taint of a node that keeps a pod with these tolerations away. */
export function untoleratedTaint(
  taints: readonly Taint[],
  tolerations: readonly Toleration[],
): Taint | undefined {
  return taints.find(
    taint =>
      HARD_EFFECTS.includes(taint.effect) &&
      !tolerations.some(toleration => toleratesTaint(toleration, taint)),
  );
}

const REFUSAL = plainRefusal(
  'TaintToleration',
  'node(s) had untolerated taint(s)',
);

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/tainttoleration */
export const taintToleration: FilterPlugin = {
  name: REFUSAL.plugin,
  refuse(shape, node) {
    return untoleratedTaint(node.taints, shape.tolerations) === undefined
      ? undefined
      : REFUSAL;
  },
};
