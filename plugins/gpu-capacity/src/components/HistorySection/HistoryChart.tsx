import { SERIES_CLASS, SeriesKey } from '@fairway/platform-ui';
import type { HistoryResolution } from '@fairway/plugin-gpu-capacity-common';
import { DateTime } from 'luxon';
import { useId, useMemo } from 'react';
import { LEDGER_WORDING } from '../wording';
import styles from './HistoryChart.module.css';
import {
  historyColumns,
  type HistoryColumn,
  type LedgerPoint,
} from './historyColumns';
import { SeriesPatterns, patternOf } from './SeriesPatterns';

const WIDTH = 1_000;
const HEIGHT = 200;

export interface HistoryChartProps {
  readonly title: string;
  /** What is counted: "devices". */
  readonly unit: string;
  /** What the chart shows, in words. */
  readonly summary: string;
  readonly points: readonly LedgerPoint[];
  readonly from: string;
  readonly until: string;
  readonly resolution: HistoryResolution;
}

/** Where devices were over time, the classes on top of each other in the order of the legend. */
export function HistoryChart(props: HistoryChartProps) {
  const { title, unit, summary, points, from, until, resolution } = props;
  const id = useId();
  const { top, shapes } = useMemo(
    () => historyColumns(points, { from, until, resolution }),
    [points, from, until, resolution],
  );
  return (
    <figure className={styles.figure} aria-label={title}>
      <div className={styles.chart}>
        <div className={`${styles.axis} ${styles.vertical}`} aria-hidden>
          <span>
            {top} {unit}
          </span>
          <span>{top / 2}</span>
          <span>0</span>
        </div>
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={summary}
        >
          <SeriesPatterns id={id} />
          {shapes.map(({ ledgerClass, columns }) => (
            <path
              key={ledgerClass}
              className={SERIES_CLASS}
              data-series={LEDGER_WORDING[ledgerClass].series}
              d={columns.map(outline).join('')}
              fill={patternOf(id, LEDGER_WORDING[ledgerClass].series)}
            />
          ))}
        </svg>
        <div className={`${styles.axis} ${styles.horizontal}`} aria-hidden>
          <span>{timeWords(from)}</span>
          <span>{timeWords(until)}</span>
        </div>
      </div>
      <ul className={styles.legend} aria-hidden>
        {shapes.map(({ ledgerClass }) => (
          <li key={ledgerClass}>
            <SeriesKey series={LEDGER_WORDING[ledgerClass].series} />
            {LEDGER_WORDING[ledgerClass].word}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function outline({ left, right, bottom, top }: HistoryColumn): string {
  const x = (share: number) => (share * WIDTH).toFixed(1);
  const y = (share: number) => ((1 - share) * HEIGHT).toFixed(1);
  return `M${x(left)} ${y(bottom)}V${y(top)}H${x(right)}V${y(bottom)}Z`;
}

function timeWords(iso: string): string {
  return DateTime.fromISO(iso).toFormat('d LLL HH:mm');
}
