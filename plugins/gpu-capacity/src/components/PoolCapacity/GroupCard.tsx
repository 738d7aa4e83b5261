import { Flex, Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import {
  counted,
  freeOf,
  groupName,
  readLedgerView,
  type GroupView,
} from '@fairway/plugin-gpu-capacity-common';
import { LedgerBar } from '../LedgerBar';
import { Section } from '../Section';
import { KIND_WORDS } from '../wording';

type Slots = GroupView['slots'][number];

type Nouns = readonly [one: string, many: string];

const DEVICES: Nouns = ['device', 'devices'];
const UNITS: Nouns = ['unit', 'units'];

function slotColumns([one, many]: Nouns): ReadonlyArray<FactColumn<Slots>> {
  return [
    {
      title: 'A pod of',
      render: ({ devices }) => counted(devices, one, many),
    },
    {
      title: 'Fits so often',
      numeric: true,
      render: ({ slots }) =>
        slots === 0 ? <StatusText tone="attention">0</StatusText> : slots,
    },
    { title: 'On nodes', numeric: true, render: ({ nodes }) => nodes },
  ];
}

const DEVICE_COLUMNS = slotColumns(DEVICES);
const UNIT_COLUMNS = slotColumns(UNITS);

const PERCENT = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
});

/** One product: where all of it is, and what fits into what is free. */
export function GroupCard(props: {
  readonly group: GroupView;
  readonly podsObserved: boolean;
}) {
  const { group, podsObserved } = props;
  const { nodes, kind, resource, owned, units, slots } = group;
  const name = groupName(group);
  return (
    <Section
      title={name}
      detail={`${resource}, ${KIND_WORDS[kind]}, on ${counted(
        nodes,
        'node',
        'nodes',
      )}`}
    >
      <Flex direction="column" gap="4">
        <Text as="p">
          {counted(owned, 'unit', 'units')}, {physicalText(group)}
        </Text>
        <LedgerBar title={`Where ${name} are`} ledger={units} />
        {podsObserved ? (
          <>
            {slots.length > 0 && (
              <FactTable
                caption={`What fits into what is free of ${name}`}
                columns={kind === 'device' ? DEVICE_COLUMNS : UNIT_COLUMNS}
                rows={slots}
                rowKey={({ devices }) => String(devices)}
                narrow="columns"
              />
            )}
            <Fragmentation group={group} />
          </>
        ) : (
          <StatusText tone="unknown">
            How many are held and free is unknown.
          </StatusText>
        )}
      </Flex>
    </Section>
  );
}

function physicalText({ devices, kind }: GroupView): string {
  if (devices === undefined) return 'of an unknown number of physical devices';
  const physical = counted(devices, 'physical device', 'physical devices');
  return kind === 'device' ? physical : `on ${physical}`;
}

/** The measure of fragmentation, and what it means. */
function Fragmentation(props: { readonly group: GroupView }) {
  const { fragmentation, units } = props.group;
  if (fragmentation === undefined) {
    return freeOf(readLedgerView(units)) === 0 ? null : (
      <Text as="p" variant="body-small" color="secondary">
        How fragmented it is cannot be said: no pod asks for it, so nothing says
        which shapes matter.
      </Text>
    );
  }
  return (
    <Text as="p">
      Fragmentation {PERCENT.format(fragmentation)}
      <Text as="span" variant="body-small" color="secondary">
        {' '}
        of what is free cannot be used by a pod of the shapes that are in use
        here: too few units are free on one node, or its CPU or memory is taken.
      </Text>
    </Text>
  );
}
