import fc from 'fast-check';
import { utilisationDistribution } from './utilisation';

describe('utilisationDistribution', () => {
  it('weighs: one device for 80 hours counts like four for 20', () => {
    // Cumulated weights 80, 90, 100 of 100.
    expect(
      utilisationDistribution([
        { share: 1, weight: 10 },
        { share: 0.02, weight: 80 },
        { share: 0.5, weight: 10 },
      ]),
    ).toEqual({
      n: 3,
      weight: 100,
      quantiles: { p10: 0.02, p25: 0.02, p50: 0.02, p75: 0.02, p90: 0.5 },
      histogram: [80, 0, 0, 0, 0, 10, 0, 0, 0, 10],
    });
  });

  it('puts 10 % into the second bin and 100 % into the last one', () => {
    const { histogram } = utilisationDistribution([
      { share: 0, weight: 1 },
      { share: 0.1, weight: 1 },
      { share: 1, weight: 1 },
    ]);
    expect(histogram).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('has no quantiles without values', () => {
    expect(utilisationDistribution([{ share: NaN, weight: 1 }])).toMatchObject({
      n: 0,
      weight: 0,
      quantiles: undefined,
    });
  });

  it('loses no weight, and its quantiles are values in order', () => {
    const shares = fc.array(
      fc.record({
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        weight: fc.integer({ min: 1, max: 100 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(shares, values => {
        const { quantiles, histogram, weight } =
          utilisationDistribution(values);
        expect(histogram.reduce((sum, bin) => sum + bin, 0)).toBe(weight);
        const list = Object.values(quantiles ?? {});
        expect(list).toEqual([...list].sort((a, b) => a - b));
        for (const q of list) {
          expect(values.some(({ share }) => share === q)).toBe(true);
        }
      }),
    );
  });
});
