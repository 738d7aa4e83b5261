import styles from './Sparkline.module.css';

const WIDTH = 160;
const HEIGHT = 36;
const PADDING = 3;

/** @public */
export interface SparklineProps {
  /** One value a period, oldest first; `undefined` is a period without data and leaves a gap. */
  readonly values: ReadonlyArray<number | undefined>;
  /** What the line says, in words. */
  readonly summary: string;
  /** Draws a dashed reference line. */
  readonly target?: number;
}

/**
 * A small line without axes; the summary says in words what it shows.
 *
 * @public
 */
export function Sparkline(props: SparklineProps) {
  const { values, summary, target } = props;
  const known = [...values, target].filter(
    (value): value is number => value !== undefined,
  );
  const min = Math.min(...known);
  const max = Math.max(...known);
  const x = (index: number) =>
    PADDING + (index * (WIDTH - 2 * PADDING)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    max === min
      ? HEIGHT / 2
      : HEIGHT -
        PADDING -
        ((value - min) * (HEIGHT - 2 * PADDING)) / (max - min);
  const runs = runsOf(values);
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={summary}
    >
      {target !== undefined && (
        <line
          className={styles.target}
          x1={PADDING}
          x2={WIDTH - PADDING}
          y1={y(target)}
          y2={y(target)}
        />
      )}
      {runs.map(run =>
        run.length === 1 ? (
          <circle
            key={run[0].index}
            className={styles.dot}
            cx={x(run[0].index)}
            cy={y(run[0].value)}
            r={2}
          />
        ) : (
          <polyline
            key={run[0].index}
            className={styles.line}
            points={run
              .map(point => `${x(point.index)},${y(point.value)}`)
              .join(' ')}
          />
        ),
      )}
    </svg>
  );
}

interface Point {
  readonly index: number;
  readonly value: number;
}

/** Stretches of known values: a line must not bridge a gap. */
function runsOf(values: SparklineProps['values']): Point[][] {
  const runs: Point[][] = [];
  let previous = -2;
  values.forEach((value, index) => {
    if (value === undefined) return;
    if (index === previous + 1) runs[runs.length - 1].push({ index, value });
    else runs.push([{ index, value }]);
    previous = index;
  });
  return runs;
}
