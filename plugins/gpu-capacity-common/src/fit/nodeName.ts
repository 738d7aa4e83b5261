import type { FilterPlugin } from './FilterPlugin';

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodename */
export const nodeName: FilterPlugin = {
  name: 'NodeName',
  refuse(shape, node) {
    return shape.nodeName === undefined || shape.nodeName === node.name
      ? undefined
      : {
          plugin: nodeName.name,
          reasons: ["node(s) didn't match the requested node name"],
          shortages: [],
        };
  },
};
