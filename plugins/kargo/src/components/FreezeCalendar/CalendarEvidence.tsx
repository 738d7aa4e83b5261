import { Flex, Text } from '@backstage/ui';
import { DataAge, FactTable, StatusText } from '@fairway/platform-ui';
import {
  freezeSentence,
  type Calendar,
  type CalendarGroup,
} from '@fairway/plugin-kargo-common';
import {
  GROUP_WORDING,
  readerZone,
  stageCount,
  stageWords,
  timeWords,
} from './calendarWords';
import styles from './CalendarEvidence.module.css';

/** Which stages are open, each group of them in one sentence. */
export function StageStates(props: { readonly calendar: Calendar }) {
  const { groups, moreGroups, asOf } = props.calendar;
  return (
    <>
      <FactTable
        caption="Stages"
        columns={[
          {
            title: 'Stages',
            render: ({ stages }: CalendarGroup) => (
              <>
                {stageWords(stages, props.calendar)}
                <Text as="p" variant="body-small" color="secondary">
                  {stageCount(stages)}
                </Text>
              </>
            ),
          },
          {
            title: 'Now',
            render: ({ state }) => (
              <StatusText tone={GROUP_WORDING[state.status].tone}>
                {freezeSentence({ state, timeZone: readerZone(), now: asOf })}
              </StatusText>
            ),
          },
        ]}
        rows={groups}
        rowKey={({ rules, stages }) =>
          JSON.stringify([rules, stages.shown[0], stages.total])
        }
      />
      <More count={moreGroups} what="groups of stages" />
    </>
  );
}

/** Rules that work against each other. */
export function Overlaps(props: { readonly calendar: Calendar }) {
  const { overlaps, moreOverlaps } = props.calendar;
  if (overlaps.length === 0) return null;
  return (
    <section aria-label="Rules that work against each other">
      <ul className={styles.list}>
        {overlaps.map(({ message, rules, type, from, times, stages }) => (
          <li key={JSON.stringify([type, rules, stages.shown[0]])}>
            <StatusText tone="attention">
              {message} First from {timeWords(from)}
              {times > 1 && `, ${times} times in the next half year`}; it
              concerns {stageWords(stages, props.calendar)}.
            </StatusText>
          </li>
        ))}
      </ul>
      <More count={moreOverlaps} what="overlaps" />
    </section>
  );
}

/** Where the rules come from, and how current that is. */
export function Sources(props: {
  readonly calendar: Calendar;
  /** Below which headings it stands. */
  readonly heading: 'h2' | 'h3';
}) {
  return (
    <section aria-label="Sources of the calendar">
      <Text as={props.heading} variant="title-x-small">
        Sources
      </Text>
      <ul className={styles.list}>
        {props.calendar.sources.map(({ title, freshness, detail }) => (
          <li key={title}>
            <Flex gap="2" style={{ flexWrap: 'wrap' }}>
              <Text>{title}:</Text>
              <DataAge freshness={freshness} />
            </Flex>
            {detail && (
              <Text as="p" variant="body-small" color="secondary">
                {detail}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says that there is more than is shown. */
export function More(props: {
  readonly count: number | undefined;
  readonly what: string;
}) {
  const { count, what } = props;
  return count ? (
    <Text as="p" variant="body-small" color="secondary">
      and {count} more {what}; narrow the calendar to see them
    </Text>
  ) : null;
}
