import { formatDuration } from '@fairway/observation';
import {
  FactTable,
  StatusText,
  useNow,
  type FactColumn,
} from '@fairway/platform-ui';
import type {
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';
import { Text } from '@backstage/ui';
import { HEALTHS, PHASES, verificationWording } from '../wording';

const TICK_MS = 5_000;

/** Stages from upstream to downstream with the version in each: where is my version? */
export function StagesTable(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const now = useNow(TICK_MS);
  const { title, name } = project.controlPlane;
  return (
    <FactTable
      caption={`Stages of ${project.project} on ${title ?? name}`}
      columns={columns(now)}
      rows={project.stages.items.filter(stage => !stage.controlFlow)}
      rowKey={stage => stage.name}
    />
  );
}

function columns(now: number): ReadonlyArray<FactColumn<StageView>> {
  return [
    { title: 'Stage', render: stage => <StageName stage={stage} /> },
    {
      title: 'Version',
      render: stage =>
        stage.freight ? stage.freight.version ?? 'unknown' : 'none yet',
    },
    {
      title: 'In stage for',
      render: stage =>
        stage.freight && <Age since={stage.freight.since} now={now} />,
    },
    { title: 'State', render: stage => <Phase stage={stage} /> },
    { title: 'Health', render: stage => <Health stage={stage} /> },
    { title: 'Verification', render: stage => <Verification stage={stage} /> },
  ];
}

function StageName(props: { readonly stage: StageView }) {
  const { name, shard, final } = props.stage;
  return (
    <>
      {name}
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

function Age(props: { readonly since?: string; readonly now: number }) {
  const { since, now } = props;
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
      {phase === 'failed' && phaseMessage && (
        <Text as="p" variant="body-small">
          {phaseMessage}
        </Text>
      )}
    </>
  );
}

function Health(props: { readonly stage: StageView }) {
  const { health, healthIssues, freight } = props.stage;
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
