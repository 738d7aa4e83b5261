import { mockServices } from '@backstage/backend-test-utils';
import { AnsweringServer } from '../__testUtils__/prometheus/AnsweringServer';
import { readMetricsConfig } from '../config/metricsConfig';
import { readNodePricesConfig } from '../config/priceConfig';
import { PrometheusNodePrices } from './PrometheusNodePrices';

const answer = {
  status: 'success',
  data: {
    resultType: 'vector',
    result: [{ metric: { node: 'gpu-01' }, value: [1, '2.5'] }],
  },
};

describe('PrometheusNodePrices', () => {
  let server: AnsweringServer | undefined;
  afterEach(() => server?.stop());

  async function create(status: number) {
    const queries: string[] = [];
    server = await AnsweringServer.start(async (request, response) => {
      const chunks: string[] = [];
      for await (const chunk of request) chunks.push(String(chunk));
      queries.push(new URLSearchParams(chunks.join('')).get('query') ?? '');
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    const logger = mockServices.logger.mock();
    const prices = new PrometheusNodePrices({
      clusters: readMetricsConfig(
        mockServices.rootConfig({
          data: {
            gpuCapacity: {
              metrics: [
                {
                  cluster: 'west',
                  url: server.url,
                  matchers: { cluster: 'w' },
                },
              ],
            },
          },
        }),
      ),
      currency: 'USD',
      logger,
    });
    return { prices, queries, logger };
  }

  it('reads the prices of the nodes of a cluster once for a while', async () => {
    const { prices, queries } = await create(200);
    const expected = new Map([['gpu-01', { perHour: 2.5, currency: 'USD' }]]);
    expect(await prices.of('west')).toEqual(expected);
    expect(await prices.of('west')).toEqual(expected);
    expect(queries).toEqual(['node_gpu_hourly_cost{cluster="w"} > 0']);
    expect(await prices.of('east')).toEqual(new Map());
  });

  it('knows no prices where they cannot be read, and says why', async () => {
    const { prices, logger } = await create(503);
    expect(await prices.of('west')).toEqual(new Map());
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('west could not be read'),
    );
  });
});

describe('readNodePricesConfig', () => {
  const read = (nodePrices: object) =>
    readNodePricesConfig(
      mockServices.rootConfig({
        data: { gpuCapacity: { nodePrices: { ...nodePrices } } },
      }),
    );

  it('is off by default', () => {
    expect(readNodePricesConfig(mockServices.rootConfig())).toBeUndefined();
    expect(read({ currency: 'USD' })).toEqual({ currency: 'USD' });
  });

  it.each([{ currency: 'dollars' }, { currency: 'USD', more: 1 }])(
    'refuses %j',
    config => {
      expect(() => read(config)).toThrow(/gpuCapacity\.nodePrices/);
    },
  );
});
