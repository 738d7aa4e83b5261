import type { FilterPlugin } from './FilterPlugin';
import { toleratesTaint } from './taintToleration';

const TAINT = {
  key: 'node.kubernetes.io/unschedulable',
  value: '',
  effect: 'NoSchedule',
};

/**
 * A cordoned node takes only pods that tolerate it.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeunschedulable
 */
export const nodeUnschedulable: FilterPlugin = {
  name: 'NodeUnschedulable',
  refuse(shape, node) {
    if (!node.unschedulable) return undefined;
    return shape.tolerations.some(t => toleratesTaint(t, TAINT))
      ? undefined
      : {
          plugin: nodeUnschedulable.name,
          reasons: ['node(s) were unschedulable'],
          shortages: [],
        };
  },
};
