import { formatDuration, useNow } from '@fairway/platform-ui';
import { DateTime } from 'luxon';

const TICK_MS = 10_000;

/** How long ago something was; the absolute time is in the title. */
export function FactTime(props: { readonly time: string }) {
  const { time } = props;
  const now = useNow(TICK_MS);
  return (
    <time
      dateTime={time}
      title={DateTime.fromISO(time).toLocaleString(
        DateTime.DATETIME_FULL_WITH_SECONDS,
      )}
    >
      {formatDuration((now - Date.parse(time)) / 1000)} ago
    </time>
  );
}
