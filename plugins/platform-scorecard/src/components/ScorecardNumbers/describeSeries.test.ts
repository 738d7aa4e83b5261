import { describeSeries } from './describeSeries';

const unknown = { week: '2026-W01', partial: false, text: 'unknown' };

describe('describeSeries', () => {
  it('says that there is no data', () => {
    expect(describeSeries('Adoption', [unknown])).toEqual({
      range: '2026-W01 to 2026-W01',
      summary: 'Adoption by week, 2026-W01 to 2026-W01: no data',
    });
    expect(describeSeries('Adoption', []).range).toBe('no weeks');
  });

  it('has no scale where one number makes no line', () => {
    const { scale } = describeSeries('Adoption', [
      { week: '2026-W02', partial: false, value: 0.5, text: '50 %' },
    ]);
    expect(scale).toBeUndefined();
  });

  it('names the first and the last number that is known', () => {
    const { summary, scale } = describeSeries('Adoption', [
      unknown,
      { week: '2026-W02', partial: false, value: 0.5, text: '50 %' },
      { week: '2026-W03', partial: true, value: 0.6, text: '60 %' },
    ]);
    expect(summary).toBe(
      'Adoption by week, 2026-W01 to 2026-W03 (so far): 50 % in 2026-W02, 60 % in 2026-W03; 1 week without a number',
    );
    expect(scale).toEqual({ low: 0.5, high: 0.6 });
  });
});
