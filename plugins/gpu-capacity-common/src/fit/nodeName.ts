import { plainRefusal, type FilterPlugin } from './FilterPlugin';

const REFUSAL = plainRefusal(
  'NodeName',
  "node(s) didn't match the requested node name",
);

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodename */
export const nodeName: FilterPlugin = {
  name: REFUSAL.plugin,
  refuse(shape, node) {
    return shape.nodeName === undefined || shape.nodeName === node.name
      ? undefined
      : REFUSAL;
  },
};
