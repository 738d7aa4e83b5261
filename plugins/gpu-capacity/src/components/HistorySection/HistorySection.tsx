import {
  Flex,
  Select,
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { AsyncContent, Sparkline, useUrlChoice } from '@fairway/platform-ui';
import {
  groupName,
  HISTORY_RANGES,
  type HistoryRange,
  type PoolHistory,
} from '@fairway/plugin-gpu-capacity-common';
import { useMemo } from 'react';
import { useHistory } from '../../hooks/useHistory';
import { HistoryChart } from './HistoryChart';
import styles from './HistorySection.module.css';
import { HistoryTable } from './HistoryTable';
import { historyFigures } from './historyWords';

const DEFAULT_RANGE = '7d';
const ALL = 'all';

const RANGE_WORDS: Readonly<Record<HistoryRange, string>> = {
  '1d': 'Day',
  '7d': 'Week',
  '30d': '30 days',
  '90d': '90 days',
};

/** How a pool was over time; the range and what is shown are in the URL. */
export function HistorySection() {
  const [wanted, choose] = useUrlChoice('range');
  const range = HISTORY_RANGES.find(name => name === wanted) ?? DEFAULT_RANGE;
  const state = useHistory(range);
  return (
    <Flex direction="column" gap="4">
      <ToggleButtonGroup
        aria-label="How far back"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[range]}
        onSelectionChange={keys =>
          choose(HISTORY_RANGES.find(name => new Set(keys).has(name)))
        }
      >
        {HISTORY_RANGES.map(name => (
          <ToggleButton key={name} id={name}>
            {RANGE_WORDS[name]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <AsyncContent
        state={state}
        subject="the history"
        skeleton={<Skeleton width="100%" height={240} />}
        advice="What there is now is not affected."
      >
        {history => <History history={history} />}
      </AsyncContent>
    </Flex>
  );
}

function History(props: { readonly history: PoolHistory }) {
  const { history } = props;
  const { sentence, groups, from, until, resolution } = history;
  const [wanted, choose] = useUrlChoice('group');
  const group = groups.find(candidate => groupKey(candidate) === wanted);
  const points = useMemo(
    () =>
      group
        ? group.points.map(({ at, coverage, units }) => ({
            at,
            coverage,
            ledger: units,
          }))
        : history.points.map(({ at, coverage, devices }) => ({
            at,
            coverage,
            ledger: devices,
          })),
    [history.points, group],
  );
  const title = group ? `${groupName(group)} over time` : 'Devices over time';
  return (
    <Flex direction="column" gap="4">
      <Text as="p" aria-live="polite">
        {sentence}
      </Text>
      {groups.length > 1 && (
        <Select
          label="Shown"
          options={[
            { value: ALL, label: 'All devices' },
            ...groups.map(candidate => ({
              value: groupKey(candidate),
              label: groupName(candidate),
            })),
          ]}
          selectedKey={group ? groupKey(group) : ALL}
          onSelectionChange={key =>
            choose(key === ALL ? undefined : String(key))
          }
        />
      )}
      {points.length > 0 && (
        <>
          <HistoryChart
            title={title}
            unit={group && group.kind !== 'device' ? 'units' : 'devices'}
            summary={sentence}
            points={points}
            from={from}
            until={until}
            resolution={resolution}
          />
          {/* With one group alone, what is shown of all is of it. */}
          <Figures
            group={group ?? (groups.length === 1 ? groups[0] : undefined)}
          />
          <HistoryTable title={title} points={points} />
        </>
      )}
    </Flex>
  );
}

function Figures(props: {
  readonly group: PoolHistory['groups'][number] | undefined;
}) {
  const { group } = props;
  const figures = useMemo(
    () => (group ? historyFigures(group.points) : []),
    [group],
  );
  if (figures.length === 0) return null;
  return (
    <ul className={styles.figures} aria-label="Figures over time">
      {figures.map(({ title, values, words }) => (
        <li key={title}>
          <Text as="p" weight="bold">
            {title}
          </Text>
          <Sparkline values={values} summary={`${title}: ${words}`} />
          <Text as="p" variant="body-small" color="secondary">
            {words}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function groupKey(group: {
  readonly product?: string;
  readonly resource: string;
  readonly kind: string;
}): string {
  return `${group.product ?? ''} ${group.resource} ${group.kind}`;
}
