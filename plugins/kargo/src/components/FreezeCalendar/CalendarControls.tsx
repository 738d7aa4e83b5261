import { Button, Flex, Select, Text } from '@backstage/ui';
import type { Calendar, CalendarQuery } from '@fairway/plugin-kargo-common';
import { timeWords } from './calendarWords';

const ALL = 'all';
const DAY_MS = 86_400_000;
const LENGTHS = [7, 28, 98];

interface ControlProps {
  readonly calendar: Calendar;
  readonly query: CalendarQuery;
  readonly onChange: (change: Partial<CalendarQuery>) => void;
}

/** Which time the calendar shows, and of which stages. */
export function CalendarControls(props: ControlProps) {
  const { calendar, query, onChange } = props;
  const chosen = [...(query.entity ?? []), ...(query.stage ?? [])];
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <Range {...props} />
      <FacetFilter
        label="Control plane"
        all="All control planes"
        facet={calendar.facets.controlPlane}
        chosen={query.controlPlane?.[0]}
        onChoose={controlPlane => onChange({ controlPlane })}
      />
      <FacetFilter
        label="Project"
        all="All projects"
        facet={calendar.facets.project}
        chosen={query.project?.[0]}
        onChoose={project => onChange({ project })}
      />
      {chosen.length > 0 && (
        <Flex align="center" gap="2">
          <Text>Only {chosen.join(', ')}</Text>
          <Button
            variant="secondary"
            size="small"
            onPress={() => onChange({ entity: undefined, stage: undefined })}
          >
            Show all
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function Range({ calendar, query, onChange }: ControlProps) {
  const start = Date.parse(calendar.from);
  const lengthMs = Date.parse(calendar.to) - start;
  const days = Math.round(lengthMs / DAY_MS);
  const show = (fromMs: number, spanMs: number) =>
    onChange({
      from: new Date(fromMs).toISOString(),
      to: new Date(fromMs + spanMs).toISOString(),
    });
  const lengths = LENGTHS.includes(days) ? LENGTHS : [...LENGTHS, days];
  return (
    <>
      <Flex align="center" gap="2" role="group" aria-label="Time shown">
        <Button
          variant="secondary"
          size="small"
          onPress={() => show(start - lengthMs, lengthMs)}
        >
          Earlier
        </Button>
        <Text>
          {timeWords(calendar.from)} to {timeWords(calendar.to)}
        </Text>
        <Button
          variant="secondary"
          size="small"
          onPress={() => show(start + lengthMs, lengthMs)}
        >
          Later
        </Button>
        {(query.from || query.to) && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => onChange({ from: undefined, to: undefined })}
          >
            From now
          </Button>
        )}
      </Flex>
      <Select
        label="Length"
        options={lengths.map(length => ({
          value: String(length),
          label: length % 7 === 0 ? `${length / 7} weeks` : `${length} days`,
        }))}
        selectedKey={String(days)}
        onSelectionChange={key => show(start, Number(key) * DAY_MS)}
      />
    </>
  );
}

function FacetFilter(props: {
  readonly label: string;
  readonly all: string;
  readonly facet: Calendar['facets']['project'];
  readonly chosen: string | undefined;
  readonly onChoose: (values: string[] | undefined) => void;
}) {
  const { label, all, facet, chosen, onChoose } = props;
  if (facet.length < 2 && !chosen) return null;
  const values =
    !chosen || facet.some(({ value }) => value === chosen)
      ? facet
      : [...facet, { value: chosen, count: 0 }];
  return (
    <Select
      label={label}
      options={[
        { value: ALL, label: all },
        ...values.map(({ value, count }) => ({
          value,
          label: `${value} (${count})`,
        })),
      ]}
      selectedKey={chosen ?? ALL}
      onSelectionChange={key =>
        onChoose(key === ALL ? undefined : [String(key)])
      }
    />
  );
}
