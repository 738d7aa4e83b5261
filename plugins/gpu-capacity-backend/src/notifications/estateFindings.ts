import { parseEntityRef } from '@backstage/catalog-model';
import { counted, productName } from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import type { EstateState } from '../overview/Estate';
import type { Holding } from '../overview/Holding';
import { moneyText, monthly } from '../overview/money';
import { devicesOf, holdingsCost } from '../overview/ownerCosts';
import type { FoundCluster } from '../services/CapacityClusters';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { CapacityFinding } from './CapacityFinding';

const PAGE = 'gpu-capacity';

/** A device plugin that restarts takes its devices away for a moment. */
const LOST_AFTER_MS = 10 * 60_000;

/** Entities whose pods hold devices that do nothing, for their owners. */
export function idleFindings(
  { clusters, books }: EstateState,
  options: { readonly afterMs: number },
): CapacityFinding[] {
  const idle = clusters
    .flatMap(({ holdings }) => holdings)
    .filter(({ idleDevices, entity }) => idleDevices > 0 && entity?.owner);
  const hours = Math.round(options.afterMs / 3_600_000);
  return [
    ...groupedBy(idle, ({ cluster, entity }) =>
      JSON.stringify([cluster, entity?.ref]),
    ).values(),
  ].flatMap(own => {
    const [{ cluster, entity }] = own;
    if (!entity?.owner) return [];
    const parts = own.map(idlePart);
    const devices = Math.round(devicesOf(parts) * 100) / 100;
    const money = moneyText(monthly(holdingsCost(parts, books).amounts));
    return [
      {
        kind: 'idle-held' as const,
        subject: [cluster, entity.ref],
        recipients: [entity.owner],
        afterMs: options.afterMs,
        title: `${entity.title} holds ${counted(
          devices,
          'device',
          'devices',
        )} that ${devices === 1 ? 'is' : 'are'} not busy`,
        description: `For more than ${counted(
          hours,
          'hour',
          'hours',
        )} devices that its pods hold in ${cluster} have not been busy${
          money ? `, which would be ${money} a month` : ''
        }. Others may wait for them.`,
        link: pageOf(entity.ref),
      },
    ];
  });
}

/** Devices that are lost and nodes that refuse pods, for the platform teams. */
export function lossFindings(
  found: readonly FoundCluster<ClusterBasics>[],
  options: {
    readonly platformTeams: readonly string[];
    /** Entity that stands for a cluster. */
    readonly pageOfCluster: (cluster: string) => string | undefined;
  },
): CapacityFinding[] {
  const views = found.flatMap(cluster => (cluster.ok ? [cluster.view] : []));
  return views.flatMap(({ name, ledgers, blackHoles }) => {
    const common = {
      recipients: options.platformTeams,
      afterMs: 0,
      link: options.pageOfCluster(name),
    };
    const lost = [...ledgers.values()].flatMap(({ node, product, resources }) =>
      resources
        .filter(({ units }) => units.lost > 0)
        .map(({ resource, units }) => ({
          ...common,
          kind: 'devices-lost' as const,
          subject: [name, node, resource],
          afterMs: LOST_AFTER_MS,
          title: `${node} in ${name} has lost ${units.lost} ${productName(
            product,
          )}`,
          description: `${counted(
            units.lost,
            'unit',
            'units',
          )} of ${resource} are registered on the node and cannot be used.`,
        })),
    );
    return [
      ...lost,
      ...blackHoles
        .filter(({ node }) => ledgers.has(node))
        .map(({ node, pods, reason }) => ({
          ...common,
          kind: 'black-hole' as const,
          subject: [name, node],
          title: `${node} in ${name} refuses the pods it gets`,
          description: `${counted(
            pods,
            'pod has',
            'pods have',
          )} failed on it within an hour with ${reason}. To the scheduler it looks free.`,
        })),
    ];
  });
}

/** The part of what a pod holds that does nothing. */
function idlePart(holding: Holding): Holding {
  const { idleDevices, deviceShare } = holding;
  return deviceShare
    ? { ...holding, units: idleDevices / deviceShare }
    : { ...holding, units: 0 };
}

/** The GPU page of an entity. */
export function pageOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path.toLocaleLowerCase('en-US')}/${PAGE}`;
}
