import { Button, Flex } from '@backstage/ui';
import { FactTable, type FactColumn } from '@fairway/platform-ui';
import { counted } from '@fairway/plugin-gpu-capacity-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { ledgerWords } from '../ledgerWords';
import type { LedgerPoint } from './historyColumns';
import styles from './HistorySection.module.css';

const SHOWN = 50;

interface TablePoint extends LedgerPoint {
  readonly coverage: number;
}

const PERCENT = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
});

const COLUMNS: ReadonlyArray<FactColumn<TablePoint>> = [
  {
    title: 'From',
    render: ({ at }) => DateTime.fromISO(at).toFormat('d LLL yyyy HH:mm'),
  },
  { title: 'Where they were', render: ({ ledger }) => ledgerWords(ledger) },
  {
    title: 'Observed',
    numeric: true,
    render: ({ coverage }) => PERCENT.format(coverage),
  },
];

/** The same facts as the chart, the newest first. */
export function HistoryTable(props: {
  readonly title: string;
  readonly points: readonly TablePoint[];
}) {
  const { title, points } = props;
  const [limit, setLimit] = useState(SHOWN);
  const hidden = points.length - limit;
  return (
    <details className={styles.details}>
      <summary>{counted(points.length, 'point', 'points')} as a table</summary>
      <FactTable
        caption={title}
        columns={COLUMNS}
        rows={[...points].reverse().slice(0, limit)}
        rowKey={({ at }) => at}
      />
      {hidden > 0 && (
        <Flex>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(limit + SHOWN)}
          >
            Show {Math.min(hidden, SHOWN)} more of {hidden}
          </Button>
        </Flex>
      )}
    </details>
  );
}
