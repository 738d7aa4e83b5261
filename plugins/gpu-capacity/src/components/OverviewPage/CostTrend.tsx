import { Flex, Text } from '@backstage/ui';
import { FactTable, Sparkline, type FactColumn } from '@fairway/platform-ui';
import {
  counted,
  type OverviewCost,
} from '@fairway/plugin-gpu-capacity-common';
import { DateTime } from 'luxon';
import { daysOf, trendWords } from './costDays';
import styles from './OverviewPage.module.css';
import { moneyWords } from './moneyWords';

type Day = OverviewCost['trend'][number];

const SHARE = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
});

const COLUMNS: ReadonlyArray<FactColumn<Day>> = [
  {
    title: 'Day (UTC)',
    render: ({ at }) =>
      DateTime.fromISO(at, { zone: 'utc' }).toFormat('d LLL yyyy'),
  },
  { title: 'Cost', numeric: true, render: ({ cost }) => moneyWords(cost) },
  {
    title: 'Observed',
    numeric: true,
    render: ({ coverage }) => SHARE.format(coverage),
  },
];

/** What each day cost; days that were not observed leave gaps. */
export function CostTrend(props: { readonly trend: OverviewCost['trend'] }) {
  const { trend } = props;
  if (trend.length === 0) {
    return (
      <Text as="p" color="secondary">
        What a day costs appears here once a day has been observed.
      </Text>
    );
  }
  const days = daysOf(trend);
  const summary = trendWords(days);
  return (
    <Flex direction="column" gap="2">
      {days?.values.some(value => value !== undefined) && (
        <Sparkline
          values={days.values}
          summary={`Cost by day in ${days.currency}: ${summary}`}
        />
      )}
      <Text as="p">{summary}</Text>
      <details className={styles.details}>
        <summary>{counted(trend.length, 'day', 'days')} as a table</summary>
        <FactTable
          caption="Cost by day"
          columns={COLUMNS}
          rows={trend}
          rowKey={({ at }) => at}
        />
      </details>
    </Flex>
  );
}
