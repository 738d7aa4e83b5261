import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { FactTable } from '@fairway/platform-ui';
import type { Calendar } from '@fairway/plugin-kargo-common';
import { More } from './CalendarEvidence';
import { CalendarTimeline } from './CalendarTimeline';
import { readerZone } from './calendarWords';
import { ruleColumns } from './ruleColumns';

const NARROW = '(max-width: 700px)';

/** How the rules are shown. */
export type CalendarLook = 'timeline' | 'table';

/** The rules of the calendar as bars or, by default on a narrow screen, as a table. */
export function CalendarRules(props: {
  readonly calendar: Calendar;
  /** What the reader chose. */
  readonly look: CalendarLook | undefined;
  readonly onLook: (look: CalendarLook) => void;
}) {
  const { calendar, onLook } = props;
  const isNarrow = useMediaQuery(NARROW);
  const look = props.look ?? (isNarrow ? 'table' : 'timeline');
  const { rules, moreRules } = calendar;
  if (rules.length === 0) {
    return (
      <Text>
        No rule concerns these stages. Rules come from kargo.freezeCalendar in
        the configuration, from promotion windows of Kargo and from sync windows
        of Argo CD.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="p" variant="body-small" color="secondary">
          Times are in {readerZone()}, your time zone.
        </Text>
        <ToggleButtonGroup
          aria-label="How the rules are shown"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[look]}
          onSelectionChange={keys =>
            onLook(keys.has('table') ? 'table' : 'timeline')
          }
        >
          <ToggleButton id="timeline">Timeline</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
      </Flex>
      {look === 'timeline' ? (
        <CalendarTimeline calendar={calendar} />
      ) : (
        <FactTable
          caption="Rules of the calendar"
          columns={ruleColumns(calendar)}
          rows={rules}
          rowKey={({ id, title }) => `${id} ${title}`}
        />
      )}
      <More count={moreRules} what="rules" />
    </Flex>
  );
}
