import { Card, CardBody, Container, Flex, Skeleton } from '@backstage/ui';
import { AsyncContent, useLastAnswer } from '@fairway/platform-ui';
import {
  calendarHeadline,
  type Calendar,
  type CalendarQuery,
} from '@fairway/plugin-kargo-common';
import { useCalendar } from '../../hooks/useCalendar';
import { useCalendarQuery, useSelection } from '../../navigation';
import { PageSummary } from '../PageSummary';
import { CalendarControls } from './CalendarControls';
import { Overlaps, Sources, StageStates } from './CalendarEvidence';
import { CalendarRules } from './CalendarRules';
import { readerZone } from './calendarWords';

/** When may what be promoted, of all that the reader may see. */
export function CalendarContent() {
  const [query, change] = useCalendarQuery();
  const state = useLastAnswer(useCalendar(query));
  return (
    <Container py="4">
      <AsyncContent
        state={state}
        subject="the freeze calendar"
        skeleton={<CalendarSkeleton />}
        advice="The projects and the Promotions tabs of components are not affected."
      >
        {calendar => (
          <CalendarView calendar={calendar} query={query} onChange={change} />
        )}
      </AsyncContent>
    </Container>
  );
}

function CalendarView(props: {
  readonly calendar: Calendar;
  readonly query: CalendarQuery;
  readonly onChange: (change: Partial<CalendarQuery>) => void;
}) {
  const { calendar, query, onChange } = props;
  const { asOf, notices } = calendar;
  const [view, selectView] = useSelection('view');
  return (
    <Flex direction="column" gap="4">
      <PageSummary
        headline={calendarHeadline(calendar, {
          timeZone: readerZone(),
          now: asOf,
        })}
        asOf={asOf}
        notices={notices}
      />
      <CalendarControls calendar={calendar} query={query} onChange={onChange} />
      <Overlaps calendar={calendar} />
      <Card>
        <CardBody>
          <CalendarRules
            calendar={calendar}
            look={view === 'table' || view === 'timeline' ? view : undefined}
            onLook={selectView}
          />
        </CardBody>
      </Card>
      {calendar.groups.length > 0 && (
        <Card>
          <CardBody>
            <StageStates calendar={calendar} />
          </CardBody>
        </Card>
      )}
      <Sources calendar={calendar} heading="h2" />
    </Flex>
  );
}

function CalendarSkeleton() {
  return (
    <Flex direction="column" gap="4">
      <Skeleton width="60%" height={28} />
      <Skeleton width="40%" height={40} />
      <Skeleton width="100%" height={220} />
    </Flex>
  );
}
