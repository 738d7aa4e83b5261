import { plainRefusal, type FilterPlugin } from './FilterPlugin';
import { toleratesTaint } from './taintToleration';

const TAINT = {
  key: 'node.kubernetes.io/unschedulable',
  value: '',
  effect: 'NoSchedule',
};

const REFUSAL = plainRefusal('NodeUnschedulable', 'node(s) were unschedulable');

/**
 * A cordoned node takes only pods that tolerate it.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeunschedulable
 */
export const nodeUnschedulable: FilterPlugin = {
  name: REFUSAL.plugin,
  refuse(shape, node) {
    if (!node.unschedulable) return undefined;
    return shape.tolerations.some(t => toleratesTaint(t, TAINT))
      ? undefined
      : REFUSAL;
  },
};
