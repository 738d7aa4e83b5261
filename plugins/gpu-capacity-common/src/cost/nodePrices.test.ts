import { nodePricesQuery, readNodePrices } from './nodePrices';

const series = (labels: Readonly<Record<string, string>>, value: number) => ({
  labels,
  value,
});

describe('readNodePrices', () => {
  it('reads the price of one device by node', () => {
    expect(
      readNodePrices(
        [
          series({ node: 'a', instance: 'a' }, 2.5),
          // honor_labels off: node and instance are those of OpenCost itself.
          series({ exported_node: 'b', node: 'c', instance: 'opencost' }, 3),
        ],
        'USD',
      ),
    ).toEqual(
      new Map([
        ['a', { perHour: 2.5, currency: 'USD' }],
        ['b', { perHour: 3, currency: 'USD' }],
      ]),
    );
  });

  it.each([0, -1, NaN, Infinity])('takes %d for no price', value => {
    expect(readNodePrices([series({ node: 'a' }, value)], 'USD').size).toBe(0);
  });

  it('knows no price where two series disagree', () => {
    expect(
      readNodePrices(
        [
          series({ node: 'a', uid: '1' }, 2),
          series({ node: 'a', uid: '2' }, 3),
          series({ node: 'b', uid: '1' }, 2),
          series({ node: 'b', uid: '2' }, 2),
        ],
        'USD',
      ),
    ).toEqual(new Map([['b', { perHour: 2, currency: 'USD' }]]));
  });

  it('asks for one cluster of many', () => {
    expect(nodePricesQuery([{ label: 'cluster', value: 'west' }])).toBe(
      'node_gpu_hourly_cost{cluster="west"} > 0',
    );
  });
});
