import {
  calendarSearchParams,
  readCalendarQuery,
  type CalendarQuery,
} from '@fairway/plugin-kargo-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the calendar shows, from the URL, and how to change it. Whether it is a table stays as it is. */
export function useCalendarQuery(): [
  CalendarQuery,
  (change: Partial<CalendarQuery>) => void,
] {
  const [searchParams, setSearchParams] = useSearchParams();
  const text = searchParams.toString();
  const query = useMemo(
    () => readCalendarQuery(new URLSearchParams(text)),
    [text],
  );
  const change = useCallback(
    (changed: Partial<CalendarQuery>) =>
      setSearchParams(
        params => {
          const next = calendarSearchParams({
            ...readCalendarQuery(params),
            ...changed,
          });
          const view = params.get('view');
          if (view) next.set('view', view);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setSearchParams],
  );
  return [query, change];
}
