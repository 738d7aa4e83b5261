import { prod } from './calendarRule.fixture';
import type { CalendarRule } from './calendarRule';
import { freezeStateAt } from './freezeState';
import { kargoWindowRules, readKargoWindows } from './kargoWindows';
import { kargoWindowStatusRule } from './kargoWindowStatus';

const read = (windows: unknown, definedIn?: 'ClusterConfig') =>
  kargoWindowRules({
    windows,
    definedIn: definedIn ?? 'ProjectConfig',
    controlPlane: 'emea',
    project: { name: 'orders', labels: { area: 'shop' } },
    stages: [
      { name: 'test', labels: {} },
      { name: 'prod', labels: { tier: 'production' } },
    ],
  });

const stateAt = (at: string, rules: readonly CalendarRule[]) =>
  freezeStateAt({ rules, subject: prod, changeWindowRequired: false, at });

const newYear = {
  name: 'new-year',
  kind: 'Deny',
  dtstart: 'TZID=America/New_York:20261231T120000',
  dtend: 'TZID=America/New_York:20270102T120000',
};

describe('kargoWindowRules', () => {
  it('reads a window that is only once, in its time zone', () => {
    const rules = read([newYear]);
    expect(rules).toMatchObject([
      {
        id: 'emea/orders/new-year',
        kind: 'deny',
        scope: { stages: ['test', 'prod'] },
      },
    ]);
    // Noon in New York in winter is 17:00 UTC.
    expect(stateAt('2026-12-31T16:59:00Z', rules)).toMatchObject({
      status: 'open',
      until: '2026-12-31T17:00:00.000Z',
    });
    expect(stateAt('2027-01-01T00:00:00Z', rules)).toMatchObject({
      status: 'closed',
      until: '2027-01-02T17:00:00.000Z',
    });
  });

  it('reads a window that recurs; its length is that of the first', () => {
    const rules = read([
      {
        name: 'office',
        kind: 'Allow',
        rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        dtstart: 'TZID=Europe/Zurich:20260105T090000',
        dtend: 'TZID=Europe/Zurich:20260105T163000',
      },
    ]);
    expect(stateAt('2026-11-23T08:30:00Z', rules)).toMatchObject({
      status: 'open',
      until: '2026-11-23T15:30:00.000Z',
    });
    expect(stateAt('2026-11-21T08:30:00Z', rules)).toMatchObject({
      status: 'closed',
      until: '2026-11-23T08:00:00.000Z',
    });
  });

  it.each([
    [{ name: 'prod' }, ['prod']],
    [{ name: 'glob:*e*' }, ['test']],
    [{ matchLabels: { tier: 'production' } }, ['prod']],
    [{ name: 'test', matchLabels: { tier: 'production' } }, undefined],
    [
      { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
      ['test'],
    ],
    [
      {
        matchExpressions: [
          { key: 'tier', operator: 'NotIn', values: ['staging'] },
        ],
      },
      ['test', 'prod'],
    ],
    [{}, ['test', 'prod']],
  ])('selects by %j the stages %j', (stageSelector, stages) => {
    expect(read([{ ...newYear, stageSelector }])[0]?.scope.stages).toEqual(
      stages,
    );
  });

  it('follows the selector for projects in the config of the cluster', () => {
    const select = (projectSelector: unknown) =>
      read([{ ...newYear, projectSelector }], 'ClusterConfig').length;
    expect(select({ matchLabels: { area: 'shop' } })).toBe(1);
    expect(select({ name: 'glob:pay*' })).toBe(0);
    expect(read([newYear], 'ClusterConfig')[0].id).toBe(
      'emea/cluster/new-year',
    );
  });

  it.each([
    [{ ...newYear, dtstart: 'soon' }],
    [{ ...newYear, dtstart: 'TZID=Mars/Olympus:20261231T120000' }],
    [{ ...newYear, dtend: newYear.dtstart }],
    [{ ...newYear, rrule: 'FREQ=SECONDLY' }],
    [{ ...newYear, kind: 'Perhaps' }],
    [{ ...newYear, stageSelector: { name: 'regex:^(a+)+$' } }],
    [null],
  ])('opens nothing by %j, and hides no other window', window => {
    const rules = read([window, newYear]);
    expect(rules).toHaveLength(2);
    expect(stateAt('2026-06-01T00:00:00Z', rules).status).toBe('unknown');
    expect(stateAt('2027-01-01T00:00:00Z', rules).status).toBe('closed');
  });

  it('is empty where Kargo has no windows', () => {
    expect(read(undefined)).toEqual([]);
  });
});

describe('kargoWindowStatusRule', () => {
  const rules = (status: unknown) => {
    const rule = kargoWindowStatusRule({
      status,
      controlPlane: 'emea',
      project: 'orders',
      stage: 'prod',
    });
    return rule ? [rule] : [];
  };
  const at = '2026-11-21T12:00:00Z';

  it.each([
    [undefined, 'open', undefined],
    [{ closed: false }, 'open', undefined],
    [
      { closed: false, nextClose: '2026-11-27T17:00:00Z' },
      'open',
      '2026-11-27T17:00:00.000Z',
    ],
    [
      { closed: true, reason: 'weekend', nextOpen: '2026-11-23T07:00:00Z' },
      'closed',
      '2026-11-23T07:00:00.000Z',
    ],
    [{ closed: true, reason: 'for ever' }, 'closed', undefined],
  ])('takes %j as %s until %s', (status, expected, until) => {
    expect(stateAt(at, rules(status))).toMatchObject({
      status: expected,
      until,
    });
  });

  it('does not open by a status of an unknown form', () => {
    expect(stateAt(at, rules({ closed: 'yes' })).status).toBe('unknown');
  });
});

describe('readKargoWindows', () => {
  const test = { name: 'test', labels: {} };
  const prodStage = { name: 'prod', labels: {} };
  const shop = { name: 'orders', labels: { area: 'shop' } };

  it('gives all stages that a window selects the same rule', () => {
    const [window] = readKargoWindows({
      windows: [{ ...newYear, stageSelector: { name: 'glob:prod*' } }],
      controlPlane: 'emea',
      project: 'orders',
    });
    const rule = window.ruleFor(shop, prodStage);
    expect(rule?.id).toBe('emea/orders/new-year');
    expect(window.ruleFor(shop, { name: 'prod-eu', labels: {} })).toBe(rule);
    expect(window.ruleFor(shop, test)).toBeUndefined();
  });

  it('asks windows of the whole control plane for the project too', () => {
    const [window] = readKargoWindows({
      windows: [
        { ...newYear, projectSelector: { matchLabels: { area: 'shop' } } },
      ],
      controlPlane: 'emea',
      project: undefined,
    });
    expect(window.ruleFor(shop, prodStage)).toMatchObject({
      id: 'emea/cluster/new-year',
      scope: { controlPlanes: ['emea'] },
    });
    expect(
      window.ruleFor({ name: 'billing', labels: {} }, prodStage),
    ).toBeUndefined();
  });

  it('opens nothing beyond what it reads of one list', () => {
    const windows = readKargoWindows({
      windows: Array.from({ length: 102 }, (_, index) => ({
        ...newYear,
        name: `window-${index}`,
      })),
      controlPlane: 'emea',
      project: 'orders',
    });
    expect(windows).toHaveLength(101);
    expect(windows[100].ruleFor(shop, prodStage)).toMatchObject({
      title: '2 more promotion windows',
      kind: 'deny',
      schedule: { type: 'unreadable' },
    });
  });

  it('opens nothing where a selector cannot be followed', () => {
    const [window] = readKargoWindows({
      windows: [{ ...newYear, stageSelector: { name: 'regex:prod.*' } }],
      controlPlane: 'emea',
      project: 'orders',
    });
    expect(window.ruleFor(shop, prodStage)?.schedule.type).toBe('unreadable');
  });
});
