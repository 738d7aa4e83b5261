import { Text } from '@backstage/ui';
import { StatusText, type FactColumn } from '@fairway/platform-ui';
import type { Calendar, CalendarRuleView } from '@fairway/plugin-kargo-common';
import {
  keeperWords,
  KIND_WORDS,
  readerZone,
  spanWords,
  stageCount,
  stageWords,
} from './calendarWords';

const MAX_TIMES = 3;

/** The rules of the calendar as a table. */
export function ruleColumns(
  calendar: Calendar,
): ReadonlyArray<FactColumn<CalendarRuleView>> {
  return [
    {
      title: 'Rule',
      render: ({ title, reason }) => (
        <>
          {title}
          {reason && (
            <Text as="p" variant="body-small" color="secondary">
              {reason}
            </Text>
          )}
        </>
      ),
    },
    { title: 'Kind', render: ({ kind }) => KIND_WORDS[kind] },
    { title: 'When', render: rule => <Times rule={rule} /> },
    {
      title: 'Applies to',
      render: ({ stages }) => (
        <>
          {stageCount(stages)}
          <Text as="p" variant="body-small" color="secondary">
            {stageWords(stages, calendar)}
          </Text>
        </>
      ),
    },
    { title: 'Kept by', render: rule => keeperWords(rule) },
  ];
}

function Times(props: { readonly rule: CalendarRuleView }) {
  const { problem, times, moreTimes = 0, timeZone, recurrence } = props.rule;
  if (problem) {
    return <StatusText tone="unknown">cannot be read: {problem}</StatusText>;
  }
  const more = times.length + moreTimes - MAX_TIMES;
  return (
    <>
      {times.length === 0 && 'not in the time shown'}
      {times.slice(0, MAX_TIMES).map(span => (
        <div key={`${span.start} ${span.end}`}>{spanWords(span)}</div>
      ))}
      {more > 0 && <div>and {more} more</div>}
      {(recurrence || (timeZone && timeZone !== readerZone())) && (
        <Text as="p" variant="body-small" color="secondary">
          {[recurrence, timeZone && `kept in ${timeZone}`]
            .filter(Boolean)
            .join(', ')}
        </Text>
      )}
    </>
  );
}
