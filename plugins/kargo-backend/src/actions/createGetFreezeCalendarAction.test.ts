import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Calendar } from '@fairway/plugin-kargo-common';
import type { CalendarService } from '../calendar';
import { createGetFreezeCalendarAction } from './createGetFreezeCalendarAction';

const entityRef = 'component:default/orders';
const stages = {
  total: 1,
  shown: [{ controlPlane: 'emea', project: 'orders', stage: 'prod' }],
};
const yearEnd = {
  id: 'year-end',
  title: 'Year end',
  owner: { type: 'config' as const },
};
const until = '2027-01-04T17:00:00.000Z';
const days = ['21', '22', '23', '24', '25', '26', '27'];

const calendar: Calendar = {
  asOf: '2026-12-21T12:00:00.000Z',
  from: '2026-12-21T12:00:00.000Z',
  to: '2026-12-28T12:00:00.000Z',
  counts: { open: 0, closed: 1, unknown: 0 },
  groups: [
    {
      stages,
      rules: ['year-end'],
      closed: [{}],
      state: {
        status: 'closed',
        until,
        causes: [{ cause: 'freeze', rules: [yearEnd], until }],
        problems: [],
      },
    },
  ],
  rules: [
    {
      ...yearEnd,
      kind: 'deny',
      stages,
      times: days.map(day => ({ start: `2026-12-${day}T18:00:00.000Z` })),
      moreTimes: 3,
    },
  ],
  overlaps: [],
  sources: [
    {
      type: 'config',
      title: 'Configuration of this portal',
      freshness: { status: 'live', asOf: '2026-12-21T12:00:00.000Z' },
    },
    {
      type: 'argocd',
      title: 'Sync windows of Argo CD of the shard eu',
      freshness: { status: 'unobserved', reason: 'Nobody said where it is.' },
      detail: 'Set kargo.argocd.emea.eu to the name of its cluster.',
    },
  ],
  notices: [],
  facets: { controlPlane: [], project: [] },
};

function register(allowed = true) {
  const actionsRegistry = actionsRegistryServiceMock();
  const getEntityCalendar = jest.fn<
    Promise<Calendar>,
    Parameters<CalendarService['getEntityCalendar']>
  >(async () => calendar);
  createGetFreezeCalendarAction({
    actionsRegistry,
    permissions: mockServices.permissions({
      result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    }),
    calendar: { getEntityCalendar },
  });
  const invoke = (input: { days?: number } = {}) =>
    actionsRegistry.invoke({
      id: 'test:get-freeze-calendar',
      input: { entityRef, ...input },
      credentials: mockCredentials.user(),
    });
  return { actionsRegistry, getEntityCalendar, invoke };
}

describe('get-freeze-calendar', () => {
  it('only reads', async () => {
    const { actions } = await register().actionsRegistry.list();
    expect(actions.map(({ attributes }) => attributes)).toEqual([
      { readOnly: true, idempotent: true, destructive: false },
    ]);
  });

  it('says what is frozen, by which rules, and what is not known', async () => {
    const { invoke, getEntityCalendar } = register();
    const { output } = await invoke({ days: 7 });
    expect(output).toMatchObject({
      headline: 'Frozen until Mon 4 Jan 2027 17:00 UTC by rule year-end.',
      stages: [
        {
          names: ['emea/orders/prod'],
          status: 'closed',
          sentence: 'Frozen until Mon 4 Jan 2027 17:00 UTC by rule year-end.',
        },
      ],
      // Five of seven are told, and three more were left out before.
      rules: [{ id: 'year-end', kind: 'freeze', moreTimes: 5 }],
      unknownSources: [
        'Sync windows of Argo CD of the shard eu: unobserved. Set kargo.argocd.emea.eu to the name of its cluster.',
      ],
    });
    expect(getEntityCalendar).toHaveBeenCalledTimes(1);
    const [[asked, query, caller]] = getEntityCalendar.mock.calls;
    expect(asked).toBe(entityRef);
    expect(Date.parse(query.to ?? '') - Date.parse(query.from ?? '')).toBe(
      7 * 86_400_000,
    );
    expect(caller).toEqual({ credentials: mockCredentials.user() });
  });

  it('denies who may not read, and reads nothing', async () => {
    const { invoke, getEntityCalendar } = register(false);
    await expect(invoke()).rejects.toThrow('kargo.promotion.read');
    expect(getEntityCalendar).not.toHaveBeenCalled();
  });

  it.each([0, 101])('refuses %d days', async count => {
    const { invoke } = register();
    await expect(invoke({ days: count })).rejects.toThrow(/days/);
  });
});
