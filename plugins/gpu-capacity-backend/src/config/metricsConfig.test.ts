import { mockServices } from '@backstage/backend-test-utils';
import { readMetricsConfig } from './metricsConfig';
import { readPriceConfig } from './priceConfig';

const SECRET = 'very-secret';
const read = (settings: object) =>
  readMetricsConfig(
    mockServices.rootConfig({
      data: {
        gpuCapacity: {
          metrics: [
            { cluster: 'west', url: 'https://prometheus.example', ...settings },
          ],
        },
      },
    }),
  )[0];

describe('readMetricsConfig', () => {
  it('is empty by default', () => {
    expect(readMetricsConfig(mockServices.rootConfig({ data: {} }))).toEqual(
      [],
    );
  });

  it('has the defaults of the docs', () => {
    expect(read({})).toEqual({
      cluster: 'west',
      url: 'https://prometheus.example',
      headers: {},
      matchers: [],
      units: new Map(),
      amdPrefix: '',
      timeoutMs: 10_000,
      idle: {
        busyRatio: 0.05,
        windowSeconds: 1_800,
        memoryFloorBytes: 1_073_741_824,
      },
    });
  });

  it('reads everything', () => {
    expect(
      read({
        url: 'https://mimir.example/prometheus/',
        auth: { type: 'basic', username: 'reader', password: SECRET },
        headers: { 'X-Scope-OrgID': 'team' },
        matchers: { cluster: 'west' },
        units: { DCGM_FI_DEV_GPU_UTIL: 'ratio' },
        amdPrefix: 'amd_',
        timeout: { seconds: 3 },
        idle: {
          busyPercent: 10,
          window: { hours: 1, minutes: 5 },
          memoryFloorMiB: 512,
        },
      }),
    ).toEqual({
      cluster: 'west',
      url: 'https://mimir.example/prometheus',
      headers: {
        'X-Scope-OrgID': 'team',
        authorization: `Basic ${Buffer.from(`reader:${SECRET}`).toString(
          'base64',
        )}`,
      },
      matchers: [{ label: 'cluster', value: 'west' }],
      units: new Map([['DCGM_FI_DEV_GPU_UTIL', 'ratio']]),
      amdPrefix: 'amd_',
      timeoutMs: 3_000,
      idle: {
        busyRatio: 0.1,
        windowSeconds: 3_900,
        memoryFloorBytes: 536_870_912,
      },
    });
  });

  it.each([
    ['an address that is none', { url: 'prometheus:9090/x y' }],
    ['credentials in the address', { url: `https://u:${SECRET}@example.org` }],
    ['a query in the address', { url: 'https://example.org/?a=b' }],
    ['a label that ends the selector', { matchers: { 'a="b",c': 'd' } }],
    ['the name of the metric as a label', { matchers: { __name__: 'up' } }],
    ['a line break in a label', { matchers: { a: 'b\nc' } }],
    ['a prefix that ends the name', { amdPrefix: 'up or ' }],
    ['a unit that is none', { units: { a: 'furlong' } }],
    ['a window without length', { idle: { window: {} } }],
    ['a window of a week', { idle: { window: { days: 7 } } }],
    ['half a second', { idle: { window: { seconds: 0.5 } } }],
    ['a share above all', { idle: { busyPercent: 101 } }],
    ['a header that ends', { headers: { a: `x\r\n${SECRET}` } }],
    ['a name of a header that ends', { headers: { 'a: b': SECRET } }],
    ['a key that is not known', { uri: 'https://example.org' }],
  ])('refuses %s, and repeats no secret', (_, settings) => {
    const refusal = () => read(settings);
    expect(refusal).toThrow('The configuration gpuCapacity.metrics is wrong');
    expect(refusal).not.toThrow(SECRET);
  });

  it('refuses a cluster twice', () => {
    const one = { cluster: 'west', url: 'https://prometheus.example' };
    expect(() =>
      readMetricsConfig(
        mockServices.rootConfig({
          data: { gpuCapacity: { metrics: [one, one] } },
        }),
      ),
    ).toThrow('names a cluster twice');
  });
});

describe('readPriceConfig', () => {
  const prices = (...list: object[]) =>
    readPriceConfig(
      mockServices.rootConfig({ data: { gpuCapacity: { prices: list } } }),
    );
  const h100 = { product: 'NVIDIA-H100', perHour: 4.2, currency: 'EUR' };

  it('reads prices', () => {
    expect(prices(h100)).toEqual([h100]);
    expect(readPriceConfig(mockServices.rootConfig({ data: {} }))).toEqual([]);
  });

  it.each([
    ['for free', [{ ...h100, perHour: 0 }]],
    ['below zero', [{ ...h100, perHour: -1 }]],
    ['in no currency', [{ ...h100, currency: 'euro' }]],
    ['twice', [h100, { ...h100, product: 'nvidia-h100' }]],
  ])('refuses a product %s', (_, list) => {
    expect(() => prices(...list)).toThrow('gpuCapacity.prices is wrong');
  });
});
