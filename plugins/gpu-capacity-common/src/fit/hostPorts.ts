import type { HostPort } from '../model';
import { plainRefusal, type FilterPlugin } from './FilterPlugin';

const ALL_ADDRESSES = '0.0.0.0';

/** @see kubernetes/kube-scheduler framework/types.go, `HostPortInfo.CheckConflict` */
function conflicts(a: HostPort, b: HostPort): boolean {
  return (
    a.port === b.port &&
    a.protocol === b.protocol &&
    (a.ip === b.ip || a.ip === ALL_ADDRESSES || b.ip === ALL_ADDRESSES)
  );
}

const REFUSAL = plainRefusal(
  'NodePorts',
  "node(s) didn't have free ports for the requested pod ports",
);

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeports */
export const hostPorts: FilterPlugin = {
  name: REFUSAL.plugin,
  refuse(shape, _node, usage) {
    return shape.hostPorts.some(wanted =>
      usage.ports.some(used => conflicts(wanted, used)),
    )
      ? REFUSAL
      : undefined;
  },
};
