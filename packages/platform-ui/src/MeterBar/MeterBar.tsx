import { SERIES_CLASS, type Series } from '../series';
import styles from './MeterBar.module.css';

/**
 * A part of a whole.
 *
 * @public
 */
export interface MeterSegment {
  readonly label: string;
  readonly value: number;
  readonly series: Series;
}

/** @public */
export interface MeterBarProps {
  /** What the whole is: "accelerators of the pool". */
  readonly title: string;
  readonly segments: readonly MeterSegment[];
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/**
 * Parts of a whole as one bar with a legend; the legend carries the numbers, so the bar adds no information of its own.
 * Parts of which there are none are left out.
 *
 * @public
 */
export function MeterBar(props: MeterBarProps) {
  const { title, segments } = props;
  const present = segments.filter(segment => segment.value > 0);
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  return (
    <figure className={styles.figure} aria-label={title}>
      <div className={styles.bar} aria-hidden>
        {present.map(segment => (
          <div
            key={segment.label}
            className={`${SERIES_CLASS} ${styles.segment}`}
            data-series={segment.series}
            style={{ flexGrow: segment.value }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {present.map(segment => (
          <li key={segment.label}>
            <SeriesKey series={segment.series} />
            {segment.label}{' '}
            <strong className={styles.number}>
              {NUMBER.format(segment.value)}
            </strong>
          </li>
        ))}
        <li>
          of <strong className={styles.number}>{NUMBER.format(total)}</strong>
        </li>
      </ul>
    </figure>
  );
}

/**
 * How a series looks, before the word that says what it is.
 *
 * @public
 */
export function SeriesKey(props: { readonly series: Series }) {
  return (
    <span
      className={`${SERIES_CLASS} ${styles.key}`}
      data-series={props.series}
      aria-hidden
    />
  );
}
