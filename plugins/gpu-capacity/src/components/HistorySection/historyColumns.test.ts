import { historyColumns, niceTop } from './historyColumns';

const frame = {
  from: '2026-11-20T00:00:00Z',
  until: '2026-11-20T10:00:00Z',
  resolution: 'hour',
} as const;

describe('historyColumns', () => {
  it('stacks the classes of each point, and draws nothing across a gap', () => {
    const { top, shapes } = historyColumns(
      [
        { at: '2026-11-20T00:00:00Z', ledger: { busy: 4, usable: 4 } },
        { at: '2026-11-20T05:00:00Z', ledger: { busy: 6, lost: 2 } },
      ],
      frame,
    );
    expect(top).toBe(10);
    expect(shapes).toEqual([
      {
        ledgerClass: 'busy',
        columns: [
          { left: 0, right: 0.1, bottom: 0, top: 0.4 },
          { left: 0.5, right: 0.6, bottom: 0, top: 0.6 },
        ],
      },
      {
        ledgerClass: 'usable',
        columns: [{ left: 0, right: 0.1, bottom: 0.4, top: 0.8 }],
      },
      {
        ledgerClass: 'lost',
        columns: [{ left: 0.5, right: 0.6, bottom: 0.6, top: 0.8 }],
      },
    ]);
  });

  it('stays within the frame', () => {
    const { shapes } = historyColumns(
      [
        { at: '2026-11-19T23:30:00Z', ledger: { busy: 1 } },
        { at: '2026-11-20T09:30:00Z', ledger: { busy: 1 } },
      ],
      frame,
    );
    expect(shapes[0].columns.map(({ left, right }) => [left, right])).toEqual([
      [0, 0.05],
      [0.95, 1],
    ]);
  });

  it('has nothing of nothing', () => {
    expect(historyColumns([], frame)).toEqual({ top: 1, shapes: [] });
  });
});

describe('niceTop', () => {
  it.each([
    [0, 1],
    [1, 1],
    [8, 10],
    [16, 20],
    [23, 25],
    [192, 200],
    [200, 200],
    [4801, 5000],
  ])('of %d is %d', (most, top) => {
    expect(niceTop(most)).toBe(top);
  });
});
