import {
  calendarFrameOf,
  calendarQuerySchema,
  calendarSearchParams,
  readCalendarQuery,
} from './calendarQuery';

const now = new Date('2026-11-21T12:00:00Z');

describe('calendarFrameOf', () => {
  it('is four weeks from now by default', () => {
    expect(calendarFrameOf({}, now)).toEqual({
      from: '2026-11-21T12:00:00.000Z',
      to: '2026-12-19T12:00:00.000Z',
    });
  });

  it('reads times with an offset', () => {
    expect(
      calendarFrameOf(
        { from: '2026-12-01T00:00:00+01:00', to: '2026-12-02T00:00:00+01:00' },
        now,
      ),
    ).toEqual({
      from: '2026-11-30T23:00:00.000Z',
      to: '2026-12-01T23:00:00.000Z',
    });
  });

  it.each([
    ['2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z', 'to is not after from'],
    [
      '2026-12-01T00:00:00Z',
      '2027-03-11T00:00:01Z',
      'more than 100 days apart',
    ],
    ['2029-12-01T00:00:00Z', '2029-12-02T00:00:00Z', 'more than 800 days away'],
  ])('refuses %s to %s', (from, to, reason) => {
    expect(() => calendarFrameOf({ from, to }, now)).toThrow(reason);
  });

  it('takes a hundred days', () => {
    const from = '2026-12-01T00:00:00Z';
    const to = '2027-03-11T00:00:00Z';
    expect(calendarFrameOf({ from, to }, now).to).toBe(
      '2027-03-11T00:00:00.000Z',
    );
  });
});

describe('calendarQuery', () => {
  it('comes back from a URL as it went', () => {
    const query = {
      from: '2026-12-01T00:00:00Z',
      project: ['orders', 'billing'],
      stage: ['prod'],
    };
    const params = calendarSearchParams(query);
    expect(String(params)).toBe(
      'from=2026-12-01T00%3A00%3A00Z&project=orders&project=billing&stage=prod',
    );
    expect(readCalendarQuery(params)).toEqual(query);
  });

  it('passes over what means nothing', () => {
    expect(
      readCalendarQuery(new URLSearchParams('from=soon&stage=prod&view=table')),
    ).toEqual({ stage: ['prod'] });
  });

  it.each([{ from: 'soon' }, { from: '2026-12-01' }, { stage: '' }])(
    'refuses %j',
    query => {
      expect(calendarQuerySchema.safeParse(query).success).toBe(false);
    },
  );
});
