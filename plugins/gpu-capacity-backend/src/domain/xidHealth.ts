import {
  enumerated,
  podKey,
  xidMeaning,
  type ClusterState,
  type HealthView,
} from '@fairway/plugin-gpu-capacity-common';
import type { ReportedError } from '../prometheus';
import { groupedBy } from './groupedBy';

const HOSTNAME_LABEL = 'kubernetes.io/hostname';

/**
 * The last errors that the devices of some nodes have reported.
 *
 * @param options - `isMember`: whether a node is one of them; `isWhole`: whether they are the whole cluster, to which also
 *   those devices belong of which nobody knows the node
 */
export function xidHealth(
  errors: readonly ReportedError[],
  options: {
    readonly state: ClusterState;
    readonly isMember: (node: string) => boolean;
    readonly isWhole: boolean;
  },
): readonly HealthView[] {
  if (errors.length === 0) return [];
  const hosts = new Map(
    [...options.state.nodes()].map(({ node }) => [
      node.labels[HOSTNAME_LABEL],
      node.name,
    ]),
  );
  const found = errors
    .map(error => ({ error, node: nodeOf(error, options.state, hosts) }))
    .filter(({ node }) =>
      node === undefined ? options.isWhole : options.isMember(node),
    );
  return [
    ...groupedBy(found, ({ error, node }) =>
      JSON.stringify([node, error.xid]),
    ).values(),
  ].map(([first, ...others]) =>
    viewOf([first.error, ...others.map(({ error }) => error)], first.node),
  );
}

/** Exporters name nodes as Kubernetes does, or by the name of the host; who uses a device has a node as well. */
function nodeOf(
  { node, pods }: ReportedError,
  state: ClusterState,
  hosts: ReadonlyMap<string, string>,
): string | undefined {
  if (node !== undefined && state.node(node)) return node;
  return (
    (node === undefined ? undefined : hosts.get(node)) ??
    pods.map(pod => state.pods.get(podKey(pod))?.node).find(Boolean)
  );
}

function viewOf(
  errors: readonly [ReportedError, ...ReportedError[]],
  node: string | undefined,
): HealthView {
  const [{ xid, node: host }] = errors;
  const known = xidMeaning(xid);
  const names = errors
    .map(({ device }) => device.index ?? device.uuid ?? '')
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const place =
    node ??
    (host === undefined ? 'an unknown node' : `${host} (no known node)`);
  const times = errors.map(({ since }) => since);
  const since = times.every(({ kind }) => kind === 'at')
    ? Math.min(
        ...times.flatMap(time => (time.kind === 'at' ? time.atSeconds : [])),
      )
    : undefined;
  const isOld = times.some(({ kind }) => kind === 'before');
  return {
    kind: 'xid',
    severity: known?.severity ?? 'attention',
    ...(node !== undefined && { node }),
    devices: errors.length,
    ...(since !== undefined && {
      since: new Date(since * 1_000).toISOString(),
    }),
    sentence: [
      `${errors.length === 1 ? 'Device' : 'Devices'} ${enumerated(
        names,
      )} of ${place} last reported XID ${xid}${
        known ? `: ${known.meaning}` : ''
      }.`,
      ...(isOld
        ? [
            errors.length === 1
              ? 'That was more than a day ago.'
              : 'At least for one of them that was more than a day ago.',
          ]
        : []),
      'It may be over: the last one is repeated until the driver or the exporter starts anew.',
    ].join(' '),
  };
}
