import type { HostPort } from '../model';
import type { FilterPlugin } from './FilterPlugin';

const ALL_ADDRESSES = '0.0.0.0';

/** @see kubernetes/kube-scheduler framework/types.go, `HostPortInfo.CheckConflict` */
function conflicts(a: HostPort, b: HostPort): boolean {
  return (
    a.port === b.port &&
    a.protocol === b.protocol &&
    (a.ip === b.ip || a.ip === ALL_ADDRESSES || b.ip === ALL_ADDRESSES)
  );
}

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeports */
export const hostPorts: FilterPlugin = {
  name: 'NodePorts',
  refuse(shape, _node, usage) {
    return shape.hostPorts.some(wanted =>
      usage.ports.some(used => conflicts(wanted, used)),
    )
      ? {
          plugin: hostPorts.name,
          reasons: [
            "node(s) didn't have free ports for the requested pod ports",
          ],
          shortages: [],
        }
      : undefined;
  },
};
