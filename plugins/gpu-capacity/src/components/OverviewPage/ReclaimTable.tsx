import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { FactTable, type FactColumn } from '@fairway/platform-ui';
import {
  productName,
  type Overview,
  type ReclaimKind,
  type ReclaimView,
} from '@fairway/plugin-gpu-capacity-common';
import { devicesWords, moneyWords } from './moneyWords';

const KIND_WORDS: Readonly<Record<ReclaimKind, string>> = {
  'idle-held': 'Held idle',
  wasting: 'Held by pods that cannot run',
  'finished-kept': 'Kept by what has finished',
  stranded: 'Stranded',
};

const COLUMNS: ReadonlyArray<FactColumn<ReclaimView>> = [
  { title: 'Where', render: entry => <Where entry={entry} /> },
  { title: 'Why', render: ({ kind }) => KIND_WORDS[kind] },
  {
    title: 'A month',
    numeric: true,
    render: ({ costPerMonth }) => moneyWords(costPerMonth),
  },
  {
    title: 'Devices',
    numeric: true,
    render: ({ devices }) => devicesWords(devices),
  },
  { title: 'What to know', render: ({ sentence }) => sentence },
  {
    title: 'Owner',
    render: ({ ownerRef, ownerTitle }) =>
      ownerRef && (
        <EntityRefLink entityRef={ownerRef}>{ownerTitle}</EntityRefLink>
      ),
  },
];

/** What could be given back, what costs most first. */
export function ReclaimTable(props: {
  readonly overview: Pick<Overview, 'reclaim' | 'reclaimable'>;
}) {
  const { reclaim, reclaimable } = props.overview;
  if (reclaim.length === 0) {
    return (
      <Text as="p">
        Nothing is known that could be given back. What is held idle appears
        here once metrics of devices are read.
      </Text>
    );
  }
  return (
    <>
      <FactTable
        caption="What could be given back"
        columns={COLUMNS}
        rows={reclaim}
        rowKey={({ kind, cluster, product, entityRef, sentence }) =>
          JSON.stringify([kind, cluster, product, entityRef, sentence])
        }
      />
      {reclaimable > reclaim.length && (
        <Text as="p" variant="body-small" color="secondary">
          and {reclaimable - reclaim.length} more that cost less
        </Text>
      )}
    </>
  );
}

function Where(props: { readonly entry: ReclaimView }) {
  const { entityRef, entityTitle, cluster, product, kind } = props.entry;
  return (
    <>
      {entityRef && (
        <EntityRefLink entityRef={entityRef}>{entityTitle}</EntityRefLink>
      )}
      {!entityRef &&
        (kind === 'stranded' ? 'Nobody' : 'No entity that you may see')}
      <Text as="p" variant="body-small" color="secondary">
        {productName(product)} on {cluster}
      </Text>
    </>
  );
}
