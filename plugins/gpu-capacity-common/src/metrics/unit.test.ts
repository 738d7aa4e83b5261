import type { DialectMetric } from './dialects';
import { probeUnit } from './unit';

const GPU_UTIL: DialectMetric = {
  name: 'DCGM_FI_DEV_GPU_UTIL',
  unit: 'percent',
  integral: true,
};
const ENGINE: DialectMetric = { name: 'ENGINE', unit: 'ratio' };
const AMD: DialectMetric = { name: 'gpu_gfx_activity', unit: 'percent' };
const USED: DialectMetric = { name: 'DCGM_FI_DEV_FB_USED', unit: 'MiB' };
const H100_BYTES = 80 * 2 ** 30;

describe('probeUnit', () => {
  it.each([
    ['a percentage', GPU_UTIL, [0, 3, 97], 'percent', 'values'],
    ['rescaled under its old name', GPU_UTIL, [0, 0.42, 1], 'ratio', 'values'],
    ['a ratio', ENGINE, [0, 0.4], 'ratio', 'declaration'],
    [
      'a ratio, sampled a little above 1',
      ENGINE,
      [1.003],
      'ratio',
      'declaration',
    ],
    [
      'a ratio that somebody made a percentage',
      ENGINE,
      [0.2, 42],
      'percent',
      'values',
    ],
    ['a percentage with fractions', AMD, [0.5, 12.5], 'percent', 'values'],
  ])('takes %s for what it is', (_, metric, maxima, unit, by) => {
    expect(probeUnit({ metric, maxima })).toEqual({
      status: 'known',
      unit,
      by,
    });
  });

  it.each([
    ['idle devices in percent, or busy ones as ratio', GPU_UTIL, [0, 1, 1]],
    ['nothing but zeros', GPU_UTIL, [0, 0]],
    ['nothing at all', GPU_UTIL, []],
    ['fractions of what may have them', AMD, [0.5]],
    ['two collectors of which one rescales', GPU_UTIL, [0.31, 88]],
    ['no share of the time', GPU_UTIL, [4_000]],
  ])('does not guess from %s', (_, metric, maxima) => {
    expect(probeUnit({ metric, maxima }).status).toBe('unknown');
  });

  it('believes the configuration', () => {
    expect(
      probeUnit({ metric: GPU_UTIL, maxima: [1], configured: 'ratio' }),
    ).toEqual({ status: 'known', unit: 'ratio', by: 'configuration' });
  });

  it('does not believe a configuration that cannot be', () => {
    expect(
      probeUnit({ metric: GPU_UTIL, maxima: [1], configured: 'MiB' }).status,
    ).toBe('unknown');
  });

  it('looks at any number of series', () => {
    const maxima = Array.from({ length: 500_000 }, () => 50);
    expect(probeUnit({ metric: GPU_UTIL, maxima })).toMatchObject({
      unit: 'percent',
    });
  });

  it.each([
    ['MiB by size', [0, 40_000], undefined, 'MiB'],
    ['bytes by size', [42_949_672_960], undefined, 'bytes'],
    ['MiB below the capacity', [81_000], H100_BYTES, 'MiB'],
    ['bytes below the capacity', [600_000_000], H100_BYTES, 'bytes'],
  ])('tells %s', (_, maxima, capacityBytes, unit) => {
    expect(probeUnit({ metric: USED, maxima, capacityBytes })).toEqual({
      status: 'known',
      unit,
      by: 'values',
    });
  });

  it.each([
    ['more than the device has in MiB, too little in bytes', [200_000]],
    ['more than the device has in both', [1e12]],
    ['never any', [0]],
  ])('does not guess memory: %s', (_, maxima) => {
    expect(
      probeUnit({ metric: USED, maxima, capacityBytes: H100_BYTES }).status,
    ).toBe('unknown');
  });

  it('ignores what is no number', () => {
    expect(
      probeUnit({ metric: GPU_UTIL, maxima: [NaN, Infinity, -1, 50] }),
    ).toMatchObject({ unit: 'percent' });
  });
});
