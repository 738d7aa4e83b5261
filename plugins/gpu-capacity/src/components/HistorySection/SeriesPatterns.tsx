import { SERIES_CLASS, type Series } from '@fairway/platform-ui';

const SIZE = 8;

/** Colour of each series, and the lines that tell it from the others without its colour; solid without lines. */
const LOOKS: Readonly<
  Record<Series, { readonly colour: string; readonly lines?: string }>
> = {
  used: { colour: 'var(--used)' },
  idle: { colour: 'var(--idle)', lines: 'M2 2h1M6 6h1' },
  unmeasured: { colour: 'var(--used)', lines: 'M0 8L8 0' },
  reserved: { colour: 'var(--reserved)', lines: 'M0 2H8M0 6H8' },
  free: { colour: 'var(--free)', lines: 'M0 0H8V8H0Z' },
  stranded: { colour: 'var(--free)', lines: 'M4 0V2M4 6V8' },
  blocked: { colour: 'var(--blocked)', lines: 'M2 0V8M6 0V8' },
  lost: { colour: 'var(--lost)', lines: 'M0 0L8 8M0 8L8 0' },
  unknown: { colour: 'var(--bui-fg-secondary)', lines: 'M4 4h1' },
};

const SERIES: readonly Series[] = [
  'used',
  'idle',
  'unmeasured',
  'reserved',
  'free',
  'stranded',
  'blocked',
  'lost',
  'unknown',
];

/** The looks of the series for drawings, to be named by {@link patternOf}. */
export function SeriesPatterns(props: { readonly id: string }) {
  return (
    <defs className={SERIES_CLASS}>
      {SERIES.map(series => {
        const { colour, lines } = LOOKS[series];
        return (
          <pattern
            key={series}
            id={patternId(props.id, series)}
            width={SIZE}
            height={SIZE}
            patternUnits="userSpaceOnUse"
          >
            <rect
              width={SIZE}
              height={SIZE}
              style={{ fill: colour, fillOpacity: lines ? 0.25 : 1 }}
            />
            {lines && (
              <path
                d={lines}
                style={{ stroke: colour, strokeWidth: 1.5, fill: 'none' }}
              />
            )}
          </pattern>
        );
      })}
    </defs>
  );
}

/** What to fill a series with. */
export function patternOf(id: string, series: Series): string {
  return `url(#${patternId(id, series)})`;
}

function patternId(id: string, series: Series): string {
  return `${id.replace(/[^\w-]/g, '')}-${series}`;
}
