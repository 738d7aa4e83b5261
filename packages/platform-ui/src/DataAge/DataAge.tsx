import { Text } from '@backstage/ui';
import type { Freshness } from '@fairway/observation';
import { DateTime } from 'luxon';
import { useNow } from '../clock';
import { formatDuration } from '@fairway/observation';
import { StatusText } from '../StatusText';

const TICK_MS = 5_000;
/** Below the tick, seconds would only flicker. */
const FRESH_SECONDS = 5;

/** @public */
export interface DataAgeProps {
  readonly freshness: Freshness;
}

/**
 * Says how old the data is, in words that keep up with the clock; the absolute time is in the title.
 *
 * @public
 */
export function DataAge(props: DataAgeProps) {
  const { freshness } = props;
  const now = useNow(TICK_MS);
  switch (freshness.status) {
    case 'live':
      return (
        <Text
          as="span"
          variant="body-small"
          color="secondary"
          title={absolute(freshness.asOf)}
        >
          {age(freshness.asOf, now)}
        </Text>
      );
    case 'stale':
      return (
        <StatusText tone="attention">
          {freshness.since
            ? `stale since ${clock(freshness.since)}: ${freshness.error}`
            : `never read: ${freshness.error}`}
        </StatusText>
      );
    case 'unobserved':
      return (
        <StatusText tone="unknown">not observed: {freshness.reason}</StatusText>
      );
    default:
      return <StatusText tone="busy">reading for the first time</StatusText>;
  }
}

function age(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  return seconds < FRESH_SECONDS
    ? 'updated just now'
    : `as of ${formatDuration(seconds)} ago`;
}

function absolute(iso: string): string {
  return DateTime.fromISO(iso).toLocaleString(
    DateTime.DATETIME_FULL_WITH_SECONDS,
  );
}

function clock(iso: string): string {
  const time = DateTime.fromISO(iso);
  return time.hasSame(DateTime.now(), 'day')
    ? time.toFormat('HH:mm')
    : time.toFormat('d LLL HH:mm');
}
