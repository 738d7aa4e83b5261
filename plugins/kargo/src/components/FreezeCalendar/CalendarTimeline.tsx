import { Text } from '@backstage/ui';
import { useNow } from '@fairway/platform-ui';
import type { Calendar, CalendarSpan } from '@fairway/plugin-kargo-common';
import type { ReactNode } from 'react';
import styles from './CalendarTimeline.module.css';
import { KIND_WORDS, spanWords, stageCount, stageWords } from './calendarWords';
import { partOf, placeOf, ticksOf, type TimelineFrame } from './timelineScale';

const TICK_MS = 60_000;
const MAX_READ_OUT = 5;

type Look = 'closed' | 'deny' | 'allow' | 'problem';

interface Row {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly look: Look;
  readonly spans: readonly CalendarSpan[];
  /** Read out before the times. */
  readonly word: string;
}

/** When stages are closed, and the rules that do it, as bars. The table says the same in words. */
export function CalendarTimeline(props: { readonly calendar: Calendar }) {
  const { calendar } = props;
  const now = useNow(TICK_MS);
  const { from, to } = calendar;
  const isNowShown = Date.parse(from) <= now && now <= Date.parse(to);
  return (
    <figure className={styles.timeline} aria-label="Freeze calendar">
      <Axis frame={calendar} />
      <ul className={styles.rows}>
        {rowsOf(calendar).map(row => (
          <TimelineRow key={row.key} row={row} frame={calendar}>
            {isNowShown && (
              <span
                className={styles.now}
                style={{ left: `${placeOf(now, calendar)}%` }}
                title="now"
                aria-hidden
              />
            )}
          </TimelineRow>
        ))}
      </ul>
      <figcaption className={styles.legend}>
        <Key look="closed">stages closed</Key>
        <Key look="deny">freeze</Key>
        <Key look="allow">change window</Key>
        {isNowShown && <span>vertical line: now</span>}
      </figcaption>
    </figure>
  );
}

function rowsOf(calendar: Calendar): Row[] {
  const { groups, rules } = calendar;
  return [
    ...groups
      .filter(({ closed, rules: ids }) => closed.length > 0 || ids.length > 0)
      .map(
        ({ stages, closed, rules: ids }): Row => ({
          key: `group ${ids.join()} ${stages.shown[0]?.stage}`,
          title: stageWords(stages, calendar),
          detail: `${stageCount(stages)}, when closed`,
          look: 'closed',
          spans: closed,
          word: 'Closed',
        }),
      ),
    ...rules.map(
      (rule): Row => ({
        key: `rule ${rule.id}`,
        title: rule.title,
        detail: rule.problem
          ? `cannot be read: ${rule.problem}`
          : `${KIND_WORDS[rule.kind]} for ${stageCount(rule.stages)}`,
        look: rule.problem ? 'problem' : rule.kind,
        spans: rule.problem ? [{}] : rule.times,
        word: rule.problem ? 'Unknown' : KIND_WORDS[rule.kind],
      }),
    ),
  ];
}

function TimelineRow(props: {
  readonly row: Row;
  readonly frame: TimelineFrame;
  readonly children: ReactNode;
}) {
  const { row, frame, children } = props;
  return (
    <li className={styles.row}>
      <div className={styles.label}>
        <Text as="p" variant="body-small" weight="bold">
          {row.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {row.detail}
        </Text>
      </div>
      <div className={styles.track} role="img" aria-label={inWords(row)}>
        {row.spans.map(span => {
          const { left, width } = partOf(span, frame);
          return (
            <span
              key={`${span.start} ${span.end}`}
              className={styles.bar}
              data-look={row.look}
              style={{ left: `${left}%`, width: `${width}%` }}
              title={spanWords(span)}
            />
          );
        })}
        {children}
      </div>
    </li>
  );
}

function inWords({ word, spans }: Row): string {
  if (spans.length === 0) return `${word}: never in the time shown`;
  const more = spans.length - MAX_READ_OUT;
  return `${word}: ${spans.slice(0, MAX_READ_OUT).map(spanWords).join('; ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}

function Axis(props: { readonly frame: TimelineFrame }) {
  return (
    <div className={styles.axis} aria-hidden>
      {ticksOf(props.frame).map(({ left, label }) => (
        <span key={label} className={styles.tick} style={{ left: `${left}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

function Key(props: { readonly look: Look; readonly children: string }) {
  return (
    <span>
      <span className={styles.key} data-look={props.look} aria-hidden />
      {props.children}
    </span>
  );
}
