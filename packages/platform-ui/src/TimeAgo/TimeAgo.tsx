import { DateTime } from 'luxon';
import { useNow } from '../clock';
import { formatDuration } from '@fairway/observation';

const TICK_MS = 10_000;
const SECOND_MS = 1_000;

/** @public */
export interface TimeAgoProps {
  /** ISO 8601. */
  readonly time: string;
}

/**
 * How long ago something was, in words that keep up with the clock; the absolute time is in the title.
 *
 * @public
 */
export function TimeAgo(props: TimeAgoProps) {
  const { time } = props;
  const now = useNow(TICK_MS);
  const seconds = (now - Date.parse(time)) / SECOND_MS;
  return (
    <time
      dateTime={time}
      title={DateTime.fromISO(time).toLocaleString(
        DateTime.DATETIME_FULL_WITH_SECONDS,
      )}
    >
      {seconds < 1 ? 'just now' : `${formatDuration(seconds)} ago`}
    </time>
  );
}
