import {
  counted,
  unpublishedDevices,
  type ClusterNode,
  type DeviceAccount,
  type HealthView,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterClaims } from '../services/ClusterClaims';

/** What is wrong with devices that are had by claims, on some nodes. */
export function claimHealth(
  claims: ClusterClaims,
  nodes: Iterable<ClusterNode>,
): readonly HealthView[] {
  if (!claims.hasDevices) return [];
  const found: HealthView[] = [];
  for (const node of nodes) {
    const account = claims.accountOf(node);
    if (account) found.push(...ofNode(node.name, account));
  }
  const unpublished = unpublishedDevices(claims.inventory, claims.allocation);
  if (unpublished.length > 0) {
    found.push({
      kind: 'leaked-claim',
      severity: 'attention',
      devices: unpublished.length,
      sentence: `Claims hold ${counted(
        unpublished.length,
        'device',
        'devices',
      )} that no driver publishes any more.`,
    });
  }
  return found;
}

function ofNode(node: string, account: DeviceAccount): readonly HealthView[] {
  const leaked = account.devices.filter(({ state }) => state === 'leaked');
  const tainted = account.devices.filter(({ state }) => state === 'tainted');
  const taints = [
    ...new Set(
      tainted.flatMap(({ devices }) =>
        devices.flatMap(device => device.taints.map(({ key }) => key)),
      ),
    ),
  ];
  return [
    ...account.unknownPools.map(
      (pool): HealthView => ({
        kind: 'incomplete-pool',
        severity: 'attention',
        node,
        sentence:
          pool.state === 'incomplete'
            ? `The pool ${pool.name} of ${pool.driver} on ${node} is incomplete: ${pool.slicesSeen} of ${pool.slicesExpected} slices are there, so that what it has is unknown.`
            : `The pool ${pool.name} of ${pool.driver} on ${node} contradicts itself: ${pool.problem}.`,
      }),
    ),
    ...(leaked.length > 0
      ? [
          {
            kind: 'leaked-claim' as const,
            severity: 'attention' as const,
            node,
            devices: leaked.length,
            sentence: `${counted(
              leaked.length,
              'device',
              'devices',
            )} of ${node} ${
              leaked.length === 1 ? 'is' : 'are'
            } allocated to claims that nobody uses.`,
          },
        ]
      : []),
    ...(tainted.length > 0
      ? [
          {
            kind: 'device-taint' as const,
            severity: 'bad' as const,
            node,
            devices: tainted.length,
            sentence: `${counted(
              tainted.length,
              'device',
              'devices',
            )} of ${node} ${
              tainted.length === 1 ? 'has' : 'have'
            } a taint (${taints.join(', ')}) and ${
              tainted.length === 1 ? 'is' : 'are'
            } not handed out.`,
          },
        ]
      : []),
  ];
}
