import { useApi } from '@backstage/core-plugin-api';
import { usePolledAsync, type AsyncState } from '@fairway/platform-ui';
import type { Calendar, CalendarQuery } from '@fairway/plugin-kargo-common';
import { useCallback } from 'react';
import { kargoApiRef } from '../api';

const POLL_MS = 60_000;

/**
 * The freeze calendar of all stages that the reader may see, kept current.
 *
 * @param query - must keep its identity while it asks for the same
 */
export function useCalendar(query: CalendarQuery): AsyncState<Calendar> {
  const api = useApi(kargoApiRef);
  const load = useCallback(() => api.getCalendar(query), [api, query]);
  return usePolledAsync(load, POLL_MS);
}
