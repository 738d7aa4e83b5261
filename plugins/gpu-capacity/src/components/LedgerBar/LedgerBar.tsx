import { Button, Flex } from '@backstage/ui';
import {
  FactTable,
  MeterBar,
  SeriesKey,
  useUrlChoice,
  type FactColumn,
} from '@fairway/platform-ui';
import {
  LEDGER_CLASSES,
  type LedgerClass,
  type LedgerView,
} from '@fairway/plugin-gpu-capacity-common';
import { LEDGER_WORDING } from '../wording';

interface Row {
  readonly ledgerClass: LedgerClass;
  readonly amount: number;
  readonly total: number;
}

const AMOUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const SHARE = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 1,
});

const COLUMNS: ReadonlyArray<FactColumn<Row>> = [
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
    render: ({ amount }) => AMOUNT.format(amount),
  },
  {
    title: 'Share',
    numeric: true,
    render: ({ amount, total }) => SHARE.format(amount / total),
  },
  {
    title: 'What it means',
    render: ({ ledgerClass }) => LEDGER_WORDING[ledgerClass].meaning,
  },
];

/** Where units are, by class, as a bar; nothing where there are none. */
export function LedgerBar(props: {
  readonly title: string;
  readonly ledger: LedgerView;
}) {
  const { title, ledger } = props;
  return (
    <MeterBar
      title={title}
      segments={LEDGER_CLASSES.map(ledgerClass => ({
        label: LEDGER_WORDING[ledgerClass].word,
        series: LEDGER_WORDING[ledgerClass].series,
        value: ledger[ledgerClass] ?? 0,
      }))}
    />
  );
}

/** Where all devices are, with the same facts and what the words mean in a table, one press away. */
export function ExplainedLedger(props: {
  readonly title: string;
  readonly ledger: LedgerView;
}) {
  const { title, ledger } = props;
  const [shown, show] = useUrlChoice('ledger');
  const isTable = shown === 'table';
  return (
    <Flex direction="column" gap="3">
      <LedgerBar title={title} ledger={ledger} />
      <Flex>
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isTable}
          onPress={() => show(isTable ? undefined : 'table')}
        >
          {isTable ? 'Hide the table' : 'Show as a table, with what it means'}
        </Button>
      </Flex>
      {isTable && (
        <FactTable
          caption={title}
          columns={COLUMNS}
          rows={rowsOf(ledger)}
          rowKey={({ ledgerClass }) => ledgerClass}
        />
      )}
    </Flex>
  );
}

function rowsOf(ledger: LedgerView): readonly Row[] {
  const rows = LEDGER_CLASSES.map(ledgerClass => ({
    ledgerClass,
    amount: ledger[ledgerClass] ?? 0,
  })).filter(({ amount }) => amount > 0);
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  return rows.map(row => ({ ...row, total }));
}
