import { studentQuantile95 } from './studentQuantile';

describe('studentQuantile95', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, with the further digits of R's qt(0.975, df).
  it.each([
    [1, 12.70620474],
    [2, 4.30265273],
    [3, 3.18244631],
    [5, 2.57058184],
    [11, 2.20098516],
    [30, 2.04227246],
    [100, 1.98397152],
  ])('97.5 %% point of Student with %d degrees of freedom', (df, value) => {
    expect(studentQuantile95(df)).toBeCloseTo(value, 7);
  });
});
