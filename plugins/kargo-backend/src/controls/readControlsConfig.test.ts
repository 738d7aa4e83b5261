import { mockServices } from '@backstage/backend-test-utils';
import { readControlsConfig } from './readControlsConfig';

const read = (kargo: Parameters<typeof mockServices.rootConfig>[0]) =>
  readControlsConfig(mockServices.rootConfig(kargo));

const yearEnd = {
  name: 'year-end',
  kind: 'deny',
  timeZone: 'Europe/Zurich',
  start: '2026-12-19T18:00',
  duration: { days: 16 },
};

describe('readControlsConfig', () => {
  it('has the classes shipped, no rules and three days without config', () => {
    const { riskClasses, calendar, approvalLifetime } = read({ data: {} });
    expect(riskClasses.map(({ name }) => name)).toEqual([
      'application',
      'infrastructure',
      'migration',
    ]);
    expect(calendar).toEqual([]);
    expect(approvalLifetime).toBe('P3D');
  });

  it('reads what is configured', () => {
    const { riskClasses, calendar, approvalLifetime } = read({
      data: {
        kargo: {
          riskClasses: {
            application: { approvers: { count: 1 } },
            migration: { calendar: [{ ...yearEnd, name: 'nights' }] },
          },
          freezeCalendar: [yearEnd],
          approvals: { lifetime: { hours: 8 } },
        },
      },
    });
    expect(riskClasses[0].approvers).toEqual({ count: 1, groups: [] });
    expect(calendar.map(({ id }) => id)).toEqual([
      'year-end',
      'migration/nights',
    ]);
    expect(approvalLifetime).toBe('PT8H');
  });

  it.each([
    [
      { riskClasses: { application: { executionMode: 'auto' } } },
      'kargo.riskClasses',
      'application.executionMode',
    ],
    [
      { freezeCalendar: [{ ...yearEnd, timeZone: 'Zurich' }] },
      'kargo.freezeCalendar',
      '"Zurich" is no IANA time zone',
    ],
    [
      { approvals: { lifetime: 'soon' } },
      'kargo.approvals.lifetime',
      'ISO 8601',
    ],
  ])('says what is wrong with %j', (kargo, key, detail) => {
    const reading = () => read({ data: { kargo } });
    expect(reading).toThrow(`The configuration ${key} is wrong.`);
    expect(reading).toThrow(detail);
  });
});
