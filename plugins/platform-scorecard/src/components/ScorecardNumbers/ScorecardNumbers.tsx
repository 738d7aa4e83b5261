import { Button, Flex, Grid, Text } from '@backstage/ui';
import { FactTable } from '@fairway/platform-ui';
import {
  formatMedian,
  formatProportion,
  type Scorecard,
} from '@fairway/plugin-platform-scorecard-common';
import { Section } from '../Section';
import { NumberCard } from './NumberCard';
import type { SeriesPoint } from './describeSeries';

type Week = Scorecard['weeks'][number];

const COLUMNS = [
  {
    title: 'Week',
    render: (week: Week) =>
      week.partial ? `${week.week} (so far)` : week.week,
  },
  {
    title: 'Adoption',
    numeric: true,
    render: (week: Week) => formatProportion(week.adoption),
  },
  {
    title: 'Services',
    numeric: true,
    render: (week: Week) =>
      week.adoption.kind === 'estimate' ? week.adoption.n : 'none seen',
  },
  {
    title: 'Time to value',
    numeric: true,
    render: (week: Week) => formatMedian(week.timeToValue),
  },
];

/** Adoption and time to value: as of now, and by week as lines and as a table. */
export function ScorecardNumbers(props: {
  readonly scorecard: Scorecard;
  readonly weeksShown: boolean;
  readonly onShowWeeks: (show: boolean) => void;
}) {
  const { scorecard, weeksShown, onShowWeeks } = props;
  const { adoption, timeToValue, weeks } = scorecard;
  return (
    <Flex direction="column" gap="3">
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="3">
        <NumberCard
          title="Adoption"
          value={formatProportion(adoption.share)}
          details={[
            `n ${adoption.services}: ${adoption.onPath} on a golden path`,
            ...unknownBirth(
              adoption.unknownBirth,
              'were there before measuring began; earlier weeks do not count them',
            ),
          ]}
          definition="Living services on a golden path, of all living services. In brackets: the 95 % interval."
          series={weeks.map(adoptionPoint)}
          formatValue={share => `${Math.round(share * 100)} %`}
        />
        <NumberCard
          title="Time to value"
          value={formatMedian(timeToValue.median)}
          details={[
            `n ${timeToValue.reached} + ${timeToValue.open} open, ${timeToValue.abandoned} given up before production`,
            ...unknownBirth(
              timeToValue.unknownBirth,
              'of unknown birth are left out',
            ),
          ]}
          definition={`Median time from birth to the first release in production, for services born in the last ${timeToValue.windowDays} days. Open ones count as not there yet. In brackets: the 95 % interval.`}
          series={weeks.map(timeToValuePoint)}
          formatValue={days => `${days.toFixed(1)} d`}
        />
      </Grid.Root>
      <div>
        <Button
          variant="secondary"
          aria-expanded={weeksShown}
          onPress={() => onShowWeeks(!weeksShown)}
        >
          {weeksShown ? 'Hide the table of weeks' : 'Show the weeks as a table'}
        </Button>
      </div>
      {weeksShown && <WeekTable weeks={weeks} />}
    </Flex>
  );
}

/** The twin of the lines, the newest week first; weeks before the first number are one sentence. */
function WeekTable(props: { readonly weeks: readonly Week[] }) {
  const { weeks } = props;
  const first = weeks.findIndex(
    ({ adoption, timeToValue }) =>
      adoption.kind !== 'no-data' || timeToValue.kind !== 'no-data',
  );
  return (
    <Section title="By week">
      {first === -1 ? (
        <Text as="p">No week has a number yet.</Text>
      ) : (
        <FactTable
          caption="Adoption and time to value by week"
          columns={COLUMNS}
          rows={weeks.slice(first).reverse()}
          rowKey={week => week.week}
        />
      )}
      {first > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          Before {weeks[first].week} nothing is known.
        </Text>
      )}
    </Section>
  );
}

function adoptionPoint(week: Week): SeriesPoint {
  return {
    week: week.week,
    partial: week.partial,
    value: week.adoption.kind === 'estimate' ? week.adoption.value : undefined,
    text: formatProportion(week.adoption),
  };
}

function timeToValuePoint(week: Week): SeriesPoint {
  return {
    week: week.week,
    partial: week.partial,
    value:
      week.timeToValue.kind === 'reached' ? week.timeToValue.value : undefined,
    text: formatMedian(week.timeToValue),
  };
}

function unknownBirth(count: number, consequence: string): string[] {
  return count === 0 ? [] : [`${count} ${consequence}`];
}
