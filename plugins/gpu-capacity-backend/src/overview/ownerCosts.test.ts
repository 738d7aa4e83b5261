import type { Holding } from './Holding';
import { ownerCosts } from './ownerCosts';

const holding = (more: Partial<Holding>): Holding => ({
  cluster: 'west',
  node: 'a',
  product: 'H100',
  kind: 'device',
  units: 1,
  deviceShare: 1,
  idleDevices: 0,
  waste: undefined,
  keptBy: undefined,
  entity: undefined,
  ...more,
});

const books = new Map([
  [
    'west',
    {
      products: [{ product: 'H100', perHour: 1, currency: 'EUR' }],
      nodes: new Map(),
    },
  ],
  [
    'east',
    { products: [], nodes: new Map([['b', { perHour: 2, currency: 'USD' }]]) },
  ],
]);

describe('ownerCosts', () => {
  it('takes the prices of each cluster, and keeps currencies apart', () => {
    const entity = {
      ref: 'component:default/a',
      title: 'A',
      owner: 'group:default/team',
    };
    expect(
      ownerCosts({
        holdings: [
          holding({ entity }),
          holding({ entity, cluster: 'east', node: 'b', product: 'L4' }),
          holding({ entity, cluster: 'east', node: 'c', product: 'L4' }),
        ],
        titles: new Map([['group:default/team', 'Team']]),
        books,
      }),
    ).toMatchObject([
      {
        ownerTitle: 'Team',
        entities: [],
        devices: 3,
        cost: { EUR: 730, USD: 2 * 730 },
        unpricedDevices: 1,
      },
    ]);
  });

  it('counts partitions by the share of a device that they are', () => {
    expect(
      ownerCosts({
        holdings: [holding({ units: 2, deviceShare: 1 / 7 })],
        titles: new Map(),
        books,
      })[0],
    ).toMatchObject({
      devices: expect.closeTo(2 / 7, 9),
      cost: { EUR: expect.closeTo((2 / 7) * 730, 6) },
    });
  });
});
