import { Link } from '@backstage/ui';
import {
  DataAge,
  FactTable,
  StatusText,
  type FactColumn,
} from '@fairway/platform-ui';
import type { OverviewCluster } from '@fairway/plugin-gpu-capacity-common';
import { useMemo } from 'react';
import { useCapacityPath } from '../../navigation';
import { ledgerWords } from '../ledgerWords';
import { devicesWords } from './moneyWords';

/** All clusters with what each has. */
export function ClusterTable(props: {
  readonly clusters: readonly OverviewCluster[];
}) {
  const capacityPath = useCapacityPath();
  const columns = useMemo(() => columnsOf(capacityPath), [capacityPath]);
  return (
    <FactTable
      caption="Clusters"
      columns={columns}
      rows={props.clusters}
      rowKey={({ name }) => name}
    />
  );
}

function columnsOf(
  capacityPath: (entityRef: string) => string,
): ReadonlyArray<FactColumn<OverviewCluster>> {
  return [
    {
      title: 'Cluster',
      render: ({ name, title = name, entityRef }) =>
        entityRef ? <Link href={capacityPath(entityRef)}>{title}</Link> : title,
    },
    {
      title: 'Devices',
      numeric: true,
      render: ({ owned }) =>
        owned === undefined ? (
          <StatusText tone="unknown">unknown</StatusText>
        ) : (
          devicesWords(owned)
        ),
    },
    {
      title: 'Where they are',
      render: ({ owned, devices }) =>
        owned === undefined ? 'not known' : ledgerWords(devices),
    },
    {
      title: 'How current',
      render: ({ freshness }) => <DataAge freshness={freshness} />,
    },
  ];
}
