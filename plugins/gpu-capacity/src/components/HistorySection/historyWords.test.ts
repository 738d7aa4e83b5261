import type { HistoryPoint } from '@fairway/plugin-gpu-capacity-common';
import { historyFigures } from './historyWords';

function point(rest: Partial<HistoryPoint>): HistoryPoint {
  return {
    at: '2026-11-20T00:00:00Z',
    coverage: 1,
    units: {},
    slots: [],
    ...rest,
  };
}

const slots = (mean: number) => [
  { devices: 1, min: 0, mean: 9, max: 9 },
  { devices: 8, min: 0, mean, max: 9 },
];

describe('historyFigures', () => {
  it('says the range and the last value, and leaves gaps', () => {
    expect(
      historyFigures([
        point({ fragmentation: 0.2, slots: slots(2) }),
        point({ slots: slots(0.25) }),
        point({ fragmentation: 0.55, slots: slots(1) }),
      ]),
    ).toEqual([
      {
        title: 'Fragmentation',
        values: [0.2, undefined, 0.55],
        words: '20% to 55%, last 55%',
      },
      {
        title: 'Pods of 8 that would have fitted',
        values: [2, 0.25, 1],
        words: '0.3 to 2, last 1',
      },
    ]);
  });

  it('says how much of what was held was measured', () => {
    const utilisation = { p10: 0.1, p50: 0.5, p90: 0.9 };
    const [busy] = historyFigures([
      point({
        utilisation: { ...utilisation, coverage: { measured: 6, held: 8 } },
      }),
      point({
        utilisation: {
          ...utilisation,
          p50: 0.7,
          coverage: { measured: 3, held: 8 },
        },
      }),
      point({}),
    ]);
    expect(busy).toEqual({
      title: 'Busy share of five minutes, median of the devices',
      values: [0.5, 0.7, undefined],
      words:
        '50% to 70%, last 70%; each device by its mean, measured for 56% of the device-hours that were held',
    });
  });

  it('has none of nothing', () => {
    expect(historyFigures([point({})])).toEqual([]);
  });
});
