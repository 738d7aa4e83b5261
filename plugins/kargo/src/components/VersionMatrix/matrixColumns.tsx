import { Button, Link, Text } from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import { StatusText, useNow, type FactColumn } from '@fairway/platform-ui';
import type { StageView } from '@fairway/plugin-kargo-common';
import { HEALTHS, nextWording, PHASES, verificationWording } from '../wording';
import styles from './matrixColumns.module.css';
import type { MatrixRow } from './MatrixRow';

const TICK_MS = 5_000;

/** What the cells need besides their row. */
interface MatrixContext {
  readonly showControlPlane: boolean;
  readonly onExplain: (row: MatrixRow) => void;
}

/** The columns of the version matrix. */
export function matrixColumns(
  context: MatrixContext,
): ReadonlyArray<FactColumn<MatrixRow>> {
  const { showControlPlane, onExplain } = context;
  return [
    {
      title: 'Stage',
      render: row => <StageName row={row} onExplain={onExplain} />,
    },
    ...(showControlPlane
      ? [
          {
            title: 'Control plane',
            render: (row: MatrixRow) => row.controlPlaneTitle,
          },
        ]
      : []),
    {
      title: 'Version',
      render: ({ stage: { freight } }) =>
        freight ? freight.version ?? 'unknown' : 'none yet',
    },
    {
      title: 'In stage for',
      render: ({ stage: { freight } }) =>
        freight && <Age since={freight.since} />,
    },
    { title: 'State', render: ({ stage }) => <Phase stage={stage} /> },
    { title: 'Health', render: ({ stage }) => <Health stage={stage} /> },
    {
      title: 'Verified',
      render: ({ stage }) => <Verification stage={stage} />,
    },
    {
      title: 'Next',
      render: row => <Next row={row} onExplain={onExplain} />,
    },
  ];
}

function StageName(props: {
  readonly row: MatrixRow;
  readonly onExplain: (row: MatrixRow) => void;
}) {
  const { row, onExplain } = props;
  const { name, shard, final } = row.stage;
  return (
    <>
      <Button
        className={styles.name}
        variant="tertiary"
        size="small"
        onPress={() => onExplain(row)}
      >
        {name}
      </Button>
      {(shard || final) && (
        <Text as="p" variant="body-small" color="secondary">
          {[final && 'production', shard && `shard ${shard}`]
            .filter(Boolean)
            .join(', ')}
        </Text>
      )}
    </>
  );
}

/** Follows the clock on its own: the rest of the row stays as it is. */
function Age(props: { readonly since?: string }) {
  const { since } = props;
  const now = useNow(TICK_MS);
  if (!since) return <>unknown</>;
  return (
    <time dateTime={since} title={new Date(since).toLocaleString()}>
      {formatDuration((now - Date.parse(since)) / 1000)}
    </time>
  );
}

function Phase(props: { readonly stage: StageView }) {
  const { phase, phaseMessage } = props.stage;
  const { tone, word } = PHASES[phase];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {phaseMessage && (
        <Text as="p" variant="body-small">
          {phaseMessage}
        </Text>
      )}
    </>
  );
}

function Health(props: { readonly stage: StageView }) {
  const { health, healthIssues = [], freight } = props.stage;
  if (!freight) return null;
  const { tone, word } = HEALTHS[health];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {health !== 'Healthy' &&
        healthIssues.map(issue => (
          <Text key={issue} as="p" variant="body-small">
            {issue}
          </Text>
        ))}
    </>
  );
}

function Verification(props: { readonly stage: StageView }) {
  const { verification, freight } = props.stage;
  if (!freight) return null;
  const { tone, word } = verificationWording(verification);
  return <StatusText tone={tone}>{word}</StatusText>;
}

function Next(props: {
  readonly row: MatrixRow;
  readonly onExplain: (row: MatrixRow) => void;
}) {
  const { row, onExplain } = props;
  const { next, name } = row.stage;
  if (!next) return null;
  const { tone, word } = nextWording(next);
  const [reason] = next.reasons;
  const more = next.reasons.length - 1 + (next.moreReasons ?? 0);
  return (
    <>
      <StatusText tone={tone}>
        {next.version ?? next.freight.slice(0, 7)} {word}
      </StatusText>
      {reason && (
        <Text as="p" variant="body-small">
          {reason.url ? (
            <Link href={reason.url} target="_blank" variant="body-small">
              {reason.text}
            </Link>
          ) : (
            reason.text
          )}
          {more > 0 && ` and ${more} more`}
        </Text>
      )}
      <Button
        variant="secondary"
        size="small"
        aria-label={`Why is it not in ${name}?`}
        onPress={() => onExplain(row)}
      >
        Why?
      </Button>
    </>
  );
}
