import { Link, Text } from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import type { VerificationView } from '@fairway/plugin-kargo-common';
import { verificationWording } from '../wording';

type Metric = VerificationView['metrics'][number];

const columns: ReadonlyArray<FactColumn<Metric>> = [
  { title: 'Metric', render: metric => metric.name },
  {
    title: 'Result',
    render: ({ phase }) => {
      const { tone, word } = verificationWording(phase);
      return <StatusText tone={tone}>{word}</StatusText>;
    },
  },
  {
    title: 'Measured',
    render: ({ successful, failed, inconclusive, errored }) =>
      [
        `${successful} good`,
        failed > 0 && `${failed} failed`,
        inconclusive > 0 && `${inconclusive} inconclusive`,
        errored > 0 && `${errored} without a value`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  { title: 'Latest values', render: metric => metric.values.join(', ') },
  { title: 'Message', render: metric => metric.message },
];

/** Verifications, the newest first, with what each measured. */
export function VerificationList(props: {
  readonly verifications: readonly VerificationView[];
}) {
  const { verifications } = props;
  if (verifications.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        Not verified.
      </Text>
    );
  }
  return (
    <>
      {verifications.map((verification, index) => (
        <Verification
          key={verification.id ?? index}
          verification={verification}
        />
      ))}
    </>
  );
}

function Verification(props: { readonly verification: VerificationView }) {
  const { phase, message, startedAt, finishedAt, actor, metrics, links } =
    props.verification;
  const { tone, word } = verificationWording(phase);
  return (
    <>
      <StatusText tone={tone}>
        {word} {startedAt && <TimeAgo time={startedAt} />}
        {startedAt &&
          finishedAt &&
          `, took ${formatDuration(
            (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
          )}`}
        {actor && `, asked for by ${actor}`}{' '}
        {links.map(({ title, url }) => (
          <Link key={url} href={url} target="_blank" variant="body-small">
            {title}
          </Link>
        ))}
      </StatusText>
      {message && (
        <Text as="p" variant="body-small">
          {message}
        </Text>
      )}
      {metrics.length > 0 && (
        <FactTable
          caption="Metrics of the verification"
          columns={columns}
          rows={metrics}
          rowKey={metric => metric.name}
        />
      )}
    </>
  );
}
