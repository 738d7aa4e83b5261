import { Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  type FactColumn,
  type Tone,
} from '@fairway/platform-ui';
import {
  counted,
  productName,
  type ExhaustionStatus,
  type ExhaustionView,
} from '@fairway/plugin-gpu-capacity-common';
import { DateTime } from 'luxon';

const TONES: Readonly<Record<ExhaustionStatus, Tone>> = {
  estimate: 'attention',
  'not-growing': 'good',
  'not-enough-history': 'unknown',
};

const COLUMNS: ReadonlyArray<FactColumn<ExhaustionView>> = [
  {
    title: 'Product',
    render: ({ product, resource, cluster }) => (
      <>
        {productName(product)}
        <Text as="p" variant="body-small" color="secondary">
          {resource} on {cluster}
        </Text>
      </>
    ),
  },
  {
    title: 'When all is asked for',
    render: ({ band }) => (band ? bandWords(band) : 'not said'),
  },
  {
    title: 'What that says',
    render: ({ status, sentence }) => (
      <StatusText tone={TONES[status]}>{sentence}</StatusText>
    ),
  },
  {
    title: 'History',
    numeric: true,
    render: ({ days }) => counted(days, 'day', 'days'),
  },
];

/** When what there is will be asked for: a band, and what it assumes. */
export function ExhaustionTable(props: {
  readonly exhaustion: readonly ExhaustionView[];
}) {
  return (
    <FactTable
      caption="When it runs out"
      columns={COLUMNS}
      rows={props.exhaustion}
      rowKey={({ cluster, product, resource }, index) =>
        JSON.stringify([cluster, product, resource, index])
      }
    />
  );
}

function bandWords(band: NonNullable<ExhaustionView['band']>): string {
  const { earliest, likely, latest, confidence } = band;
  const until = latest ? `to ${dateWords(latest)}` : 'or later, or never';
  return `${dateWords(earliest)} ${until}${
    likely ? `, most likely ${dateWords(likely)}` : ''
  } (${Math.round(confidence * 100)}% interval)`;
}

function dateWords(date: string): string {
  return DateTime.fromISO(date).toFormat('d LLL yyyy');
}
