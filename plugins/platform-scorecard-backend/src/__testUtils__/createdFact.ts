import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/** The fact that a service was created, for tests. */
export function createdFact(
  id: string,
  more: Partial<
    Extract<PlatformFact, { type: 'dev.fairway.service.created' }>
  > = {},
): PlatformFact {
  return {
    specversion: '1.0',
    id,
    source: 'test',
    type: 'dev.fairway.service.created',
    time: '2026-03-02T10:00:00.000Z',
    subject: `component:default/service-${id}`,
    data: {},
    ...more,
  };
}
