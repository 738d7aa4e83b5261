import { Link, Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { StageControlsView } from '@fairway/plugin-kargo-common';
import { Duration } from 'luxon';
import { SOURCE_WORDS } from '../wording';
import styles from './ControlsSummary.module.css';

const MODES: Readonly<Record<StageControlsView['executionMode'], string>> = {
  view: 'Backstage only shows it',
  'hand-off': 'Backstage hands over to Kargo',
  execute: 'Backstage carries it out',
};

const ROLLBACKS: Readonly<
  Record<StageControlsView['rollback']['expectation'], string>
> = {
  're-promote': 'promote the last verified version again',
  'forward-fix': 'fix forward: going back is not expected to work',
  runbook: 'follow the runbook',
};

const CALENDAR_TONES = {
  open: 'good',
  closed: 'attention',
  unknown: 'unknown',
} as const;

/** What a change to the stage has to pass, by its risk class, and where that class comes from. */
export function ControlsSummary(props: {
  readonly controls: StageControlsView;
}) {
  const { controls } = props;
  const { calendar, rollback, approvers } = controls;
  const facts: ReadonlyArray<readonly [string, React.ReactNode]> = [
    [
      'Risk class',
      <>
        {controls.riskClass} <Source controls={controls} />
      </>,
    ],
    [
      'Calendar',
      <StatusText tone={CALENDAR_TONES[calendar.status]}>
        {calendar.sentence ?? 'No rule'}
        {calendar.until && ` (${new Date(calendar.until).toLocaleString()})`}
      </StatusText>,
    ],
    ['How', MODES[controls.executionMode]],
    ['Approvals', approvals(approvers)],
    ['Soak', soak(controls.minimumSoak)],
    [
      'If it goes wrong',
      <>
        {rollback.link ? (
          <Link href={rollback.link} target="_blank">
            {ROLLBACKS[rollback.expectation]}
          </Link>
        ) : (
          ROLLBACKS[rollback.expectation]
        )}
        {rollback.pointOfNoReturn &&
          `; no way back after ${rollback.pointOfNoReturn}`}
      </>,
    ],
  ];
  return (
    <>
      {controls.problem && (
        <StatusText tone="attention">{controls.problem}</StatusText>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Source(props: { readonly controls: StageControlsView }) {
  const { source, inferredFrom } = props.controls;
  return (
    <Text as="span" variant="body-small" color="secondary">
      ({SOURCE_WORDS[source]}
      {inferredFrom && ` ${inferredFrom.join(', ')}`})
    </Text>
  );
}

function approvals({ count, groups }: StageControlsView['approvers']): string {
  if (count === 0) return 'none';
  const people = count === 1 ? '1 person' : `${count} people`;
  return groups.length > 0
    ? `${people} of ${groups.join(' or ')}; never your own request`
    : `${people}, but nobody is named who may`;
}

function soak(duration: string): string {
  const read = Duration.fromISO(duration);
  return read.as('seconds') === 0
    ? 'what the stage asks for'
    : `at least ${read.rescale().toHuman()}`;
}
