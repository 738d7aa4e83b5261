import { prod } from './calendarRule.fixture';
import { argoCdWindowRules } from './argoCdWindows';
import { freezeStateAt } from './freezeState';

const read = (windows: unknown) =>
  argoCdWindowRules({
    windows,
    controlPlane: 'emea',
    appProject: 'shop',
    application: {
      name: 'orders-prod',
      destination: {
        server: 'https://10.0.0.1',
        name: 'prod-eu',
        namespace: 'orders',
      },
    },
    project: 'orders',
    stage: 'prod',
  });

const stateAt = (at: string, windows: unknown) =>
  freezeStateAt({
    rules: read(windows),
    subject: prod,
    changeWindowRequired: false,
    at,
  });

const night = {
  kind: 'deny',
  schedule: '0 22 * * 1-5',
  duration: '8h',
  timeZone: 'Europe/Zurich',
  applications: ['*-prod'],
  description: 'batch runs',
};

describe('argoCdWindowRules', () => {
  it('reads the schedule in its time zone', () => {
    // Monday 22:00 in Zurich in winter is 21:00 UTC.
    expect(stateAt('2026-11-23T20:59:00Z', [night])).toMatchObject({
      status: 'open',
      until: '2026-11-23T21:00:00.000Z',
    });
    expect(stateAt('2026-11-24T00:00:00Z', [night])).toMatchObject({
      status: 'closed',
      until: '2026-11-24T05:00:00.000Z',
      causes: [
        {
          rules: [
            {
              id: 'emea/shop/orders-prod/sync-window-1',
              reason: 'batch runs',
              owner: { type: 'argocd', appProject: 'shop' },
            },
          ],
        },
      ],
    });
    // Friday night lasts until Saturday 06:00; the next one is on Monday.
    expect(stateAt('2026-11-28T06:00:00Z', [night])).toMatchObject({
      status: 'open',
      until: '2026-11-30T21:00:00.000Z',
    });
    expect(
      stateAt('2026-07-13T20:00:00Z', [{ ...night, timeZone: undefined }]),
    ).toMatchObject({ status: 'open', until: '2026-07-13T22:00:00.000Z' });
  });

  it.each([
    [{ applications: ['orders-prod'] }, 1],
    [{ applications: ['*-test'] }, 0],
    [{ applications: [], clusters: ['prod-*'] }, 1],
    [{ applications: [], clusters: ['https://10.0.0.1'] }, 1],
    [{ applications: [], namespaces: ['ord?rs'] }, 1],
    [{ applications: [] }, 0],
    [{ namespaces: ['other'] }, 1],
    [{ namespaces: ['other'], andOperator: true }, 0],
    [{ namespaces: ['orders'], andOperator: true }, 1],
    // Kargo asks for a sync as a person would.
    [{ manualSync: true }, 0],
  ])('with %j gives %i rules', (change, count) => {
    expect(read([{ ...night, ...change }])).toHaveLength(count);
  });

  it('lets pass outside of change windows only where all of them let manual syncs pass', () => {
    const allow = {
      ...night,
      kind: 'allow',
      schedule: '0 9 * * *',
      duration: '1h',
    };
    const at = '2026-11-23T12:00:00Z';
    expect(stateAt(at, [allow]).status).toBe('closed');
    expect(stateAt(at, [{ ...allow, manualSync: true }]).status).toBe('open');
    expect(stateAt(at, [{ ...allow, manualSync: true }, allow]).status).toBe(
      'closed',
    );
  });

  it('joins windows that overlap, also those of every minute', () => {
    const always = { ...night, schedule: '* * * * *', duration: '24h' };
    expect(stateAt('2026-11-23T12:00:00Z', [always])).toMatchObject({
      status: 'closed',
      until: undefined,
    });
    // Each begins two hours after the other and lasts three: from 08:00 to 17:00 UTC, the last one begins at 14:00.
    const overlapping = {
      ...night,
      timeZone: 'UTC',
      schedule: '0 8-14/2 * * *',
      duration: '3h',
    };
    expect(stateAt('2026-11-23T09:00:00Z', [overlapping])).toMatchObject({
      status: 'closed',
      until: '2026-11-23T17:00:00.000Z',
    });
  });

  it.each([
    [{ ...night, schedule: '@daily' }],
    [{ ...night, schedule: '0 0 22 * * 1-5' }],
    [{ ...night, schedule: '61 * * * *' }],
    [{ ...night, duration: 'long' }],
    [{ ...night, timeZone: 'Mars/Olympus' }],
    [{ ...night, applications: ['orders-{prod,test}'] }],
    [{ ...night, kind: 'maybe' }],
    ['text'],
  ])('opens nothing by %j', window => {
    expect(stateAt('2026-11-23T12:00:00Z', [window]).status).toBe('unknown');
  });

  it('opens nothing beyond what it reads of one list', () => {
    const rules = read(Array.from({ length: 150 }, () => night));
    expect(rules).toHaveLength(101);
    expect(
      rules.filter(({ schedule }) => schedule.type === 'unreadable'),
    ).toHaveLength(1);
  });
});
