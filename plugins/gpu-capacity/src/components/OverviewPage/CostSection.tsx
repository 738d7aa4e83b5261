import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import {
  FactTable,
  SeriesKey,
  StatusText,
  type FactColumn,
} from '@fairway/platform-ui';
import {
  enumerated,
  productName,
  type OverviewCost,
  type OwnerCostView,
} from '@fairway/plugin-gpu-capacity-common';
import { Section } from '../Section';
import { LEDGER_WORDING } from '../wording';
import { CostTrend } from './CostTrend';
import { devicesWords, moneyWords, partlyPriced } from './moneyWords';

type ClassCost = OverviewCost['byClass'][number];

const BY_CLASS: ReadonlyArray<FactColumn<ClassCost>> = [
  {
    title: 'Class',
    render: ({ ledgerClass }) => (
      <>
        <SeriesKey series={LEDGER_WORDING[ledgerClass].series} />
        {LEDGER_WORDING[ledgerClass].word}
      </>
    ),
  },
  {
    title: 'Devices',
    numeric: true,
    render: ({ devices }) => devicesWords(devices),
  },
  {
    title: 'A month',
    numeric: true,
    render: ({ cost, unpricedDevices }) => partlyPriced(cost, unpricedDevices),
  },
  {
    title: 'What it means',
    render: ({ ledgerClass }) => LEDGER_WORDING[ledgerClass].meaning,
  },
];

const BY_OWNER: ReadonlyArray<FactColumn<OwnerCostView>> = [
  { title: 'Owner', render: owner => <Owner owner={owner} /> },
  {
    title: 'Devices',
    numeric: true,
    render: ({ devices }) => devicesWords(devices),
  },
  {
    title: 'Idle',
    numeric: true,
    render: ({ idleDevices }) => devicesWords(idleDevices),
  },
  {
    title: 'A month',
    numeric: true,
    render: ({ cost, unpricedDevices }) => partlyPriced(cost, unpricedDevices),
  },
  {
    title: 'For',
    render: ({ entities }) =>
      entities.map(({ entityRef, title }) => (
        <div key={entityRef}>
          <EntityRefLink entityRef={entityRef}>{title}</EntityRefLink>
        </div>
      )),
  },
];

/** What everything costs, by where devices are and by whose they are. */
export function CostSection(props: { readonly cost: OverviewCost }) {
  const { cost } = props;
  const { total, coverage, unpricedProducts, byClass, byOwner, trend } = cost;
  return (
    <Section
      title={`A month costs ${moneyWords(total)}`}
      detail={`${cost.hours} hours in which everything stays as it is now, at the prices of today`}
    >
      <Flex direction="column" gap="4">
        {coverage.priced < coverage.owned && (
          <StatusText tone="attention">
            {devicesWords(coverage.priced)} of {devicesWords(coverage.owned)}{' '}
            devices have a price
            {unpricedProducts.length > 0 &&
              `; without one: ${enumerated(unpricedProducts.map(productName))}`}
            . Set prices in gpuCapacity.prices.
          </StatusText>
        )}
        {byClass.length > 0 && (
          <FactTable
            caption="Cost by class"
            columns={BY_CLASS}
            rows={byClass}
            rowKey={({ ledgerClass }) => ledgerClass}
          />
        )}
        {byOwner.length > 0 ? (
          <FactTable
            caption="Cost by owner"
            columns={BY_OWNER}
            rows={byOwner}
            rowKey={({ kind, ownerRef }) => ownerRef ?? kind}
          />
        ) : (
          <Text as="p">Nobody holds devices.</Text>
        )}
        <CostTrend trend={trend} />
      </Flex>
    </Section>
  );
}

function Owner(props: { readonly owner: OwnerCostView }) {
  const { kind, ownerRef, ownerTitle } = props.owner;
  if (kind === 'hidden') return <>Owners that you may not see, together</>;
  if (kind === 'nobody' || ownerRef === undefined) {
    return <>Nobody: the pods belong to no entity with an owner</>;
  }
  return <EntityRefLink entityRef={ownerRef}>{ownerTitle}</EntityRefLink>;
}
