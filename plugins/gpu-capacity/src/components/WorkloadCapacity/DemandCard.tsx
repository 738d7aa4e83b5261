import { Button, Flex, Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  useUrlChoices,
  type FactColumn,
} from '@fairway/platform-ui';
import { EMPTY_DRAFT, whatIfChoices } from '../../whatIf/WhatIfDraft';
import {
  amountText,
  type DemandView,
  type FitView,
} from '@fairway/plugin-gpu-capacity-common';
import { FitVerdictText, NearMisses } from '../FitBox';
import { MoveBox } from '../MoveBox';
import { WaitingText } from '../QueueSection';
import styles from './WorkloadCapacity.module.css';

type Piece = DemandView['pieces'][number];

const PIECES: ReadonlyArray<FactColumn<Piece>> = [
  { title: 'Part', render: ({ name }) => name },
  {
    title: 'Devices a pod',
    render: ({ devices }) => devicesText(devices),
  },
  { title: 'Pods now', numeric: true, render: ({ now }) => now },
  { title: 'At least', numeric: true, render: ({ min }) => min },
  {
    title: 'At most',
    numeric: true,
    render: ({ max }) => max ?? 'no ceiling',
  },
];

/** Takes the devices of a pod over into a question. */
function AskWhatIf(props: { readonly piece: Piece }) {
  const { name, devices } = props.piece;
  const choose = useUrlChoices();
  const [first] = Object.entries(devices);
  if (!first) return null;
  const [resource, amount] = first;
  return (
    <Button
      variant="tertiary"
      size="small"
      aria-label={`What if one more of ${name}`}
      onPress={() =>
        choose({
          tab: 'what-if',
          ...whatIfChoices({
            ...EMPTY_DRAFT,
            resource,
            devices: String(amount),
          }),
        })
      }
    >
      What if …
    </Button>
  );
}

const ALL_COLUMNS: ReadonlyArray<FactColumn<Piece>> = [
  ...PIECES,
  { title: 'Elsewhere', render: piece => <AskWhatIf piece={piece} /> },
];

/** Whether something that makes pods can have them, from its least to its most. */
export function DemandCard(props: { readonly demand: DemandView }) {
  const { demand } = props;
  const { kind, namespace, name, cluster, pieces, findings } = demand;
  const { atMin, atMax, upgrade, waits } = demand;
  const title =
    name === undefined
      ? `A ${kind} of this component`
      : `${kind} ${namespace}/${name}`;
  const hasCeiling = pieces.every(({ max }) => max !== undefined);
  return (
    <article aria-label={title}>
      <Flex direction="column" gap="3">
        <Text as="h3" variant="body-medium" weight="bold">
          {title} on {cluster}
        </Text>
        {waits && (
          <StatusText tone="busy">
            <WaitingText workload={waits} />
          </StatusText>
        )}
        <FactTable
          caption={`Parts of ${title}`}
          columns={ALL_COLUMNS}
          rows={pieces}
          rowKey={piece => piece.name}
        />
        {atMin && <Room title="At the least" fit={atMin} />}
        {atMax && (
          <Room
            title={hasCeiling ? 'At the most' : 'Room for more now'}
            fit={atMax}
          />
        )}
        <NoCeiling pieces={pieces} />
        {upgrade && (
          <section aria-label="Upgrade">
            <Text as="p">
              <strong>Upgrade:</strong> {upgrade.sentence}
            </Text>
            {upgrade.fit && <FitDetail fit={upgrade.fit} />}
          </section>
        )}
        {findings.length > 0 && (
          <ul className={styles.findings} aria-label="Findings">
            {findings.map(finding => (
              <li key={finding}>
                <StatusText tone="attention">{finding}</StatusText>
              </li>
            ))}
          </ul>
        )}
      </Flex>
    </article>
  );
}

/** Whether what is missing to a number of pods fits beside what runs. */
function Room(props: { readonly title: string; readonly fit: FitView }) {
  const { title, fit } = props;
  return (
    <section aria-label={title}>
      <Text as="p">
        <strong>{title}:</strong> {fit.sentence}
      </Text>
      <FitDetail fit={fit} />
    </section>
  );
}

function FitDetail(props: { readonly fit: FitView }) {
  const { fit } = props;
  return (
    <Flex direction="column" gap="2">
      <FitVerdictText fit={fit} />
      {fit.quota.status !== 'none' && (
        <Text as="p" variant="body-small" color="secondary">
          {fit.quota.sentence}
        </Text>
      )}
      {fit.namespaceQuota && fit.namespaceQuota.status !== 'none' && (
        <Text as="p" variant="body-small" color="secondary">
          {fit.namespaceQuota.sentence}
        </Text>
      )}
      {fit.nearMisses.length > 0 && <NearMisses misses={fit.nearMisses} />}
      {fit.moves && <MoveBox moves={fit.moves} />}
    </Flex>
  );
}

/** Without a ceiling it cannot be said whether the most fits, which is worth a word of its own. */
function NoCeiling(props: { readonly pieces: readonly Piece[] }) {
  const open = props.pieces.filter(({ max }) => max === undefined);
  if (open.length === 0) return null;
  return (
    <StatusText tone="attention">
      {open.map(({ name }) => name).join(', ')}: there is no ceiling, so it may
      grow until the cluster is full.
    </StatusText>
  );
}

/** Accelerators in words: `4 GPUs`. */
export function devicesText(devices: Readonly<Record<string, number>>): string {
  return (
    Object.entries(devices)
      .map(([resource, amount]) => amountText(resource, amount))
      .join(', ') || 'none'
  );
}
