import { deviceCost, type DeviceTime } from './deviceCost';
import { priceOf, type PriceBook } from './price';

const H100 = 'NVIDIA-H100-80GB-HBM3';
const book: PriceBook = {
  products: [
    { product: H100, perHour: 4, currency: 'EUR' },
    { product: 'NVIDIA-L4', perHour: 0.5, currency: 'USD' },
  ],
  nodes: new Map([
    ['measured', { perHour: 1.25, currency: 'USD' }],
    ['h100-01', { perHour: 99, currency: 'USD' }],
  ]),
};
const time = (more: Partial<DeviceTime>): DeviceTime => ({
  product: H100,
  node: 'h100-01',
  ledgerClass: 'held-busy',
  owner: 'group:default/vision',
  unitHours: 10,
  deviceShare: 1,
  ...more,
});

describe('priceOf', () => {
  it('takes the price of the configuration before that of the node', () => {
    expect(priceOf({ product: H100, node: 'h100-01' }, book)).toEqual({
      perHour: 4,
      currency: 'EUR',
    });
    expect(
      priceOf({ product: H100.toLowerCase(), node: undefined }, book)?.perHour,
    ).toBe(4);
    expect(priceOf({ product: 'other', node: 'measured' }, book)?.perHour).toBe(
      1.25,
    );
  });

  it.each([
    [undefined, undefined],
    ['other', 'h100-02'],
    [undefined, 'h100-02'],
  ])('is unknown for %s on %s', (product, node) => {
    expect(priceOf({ product, node }, book)).toBeUndefined();
  });
});

describe('deviceCost', () => {
  it('adds up by class and by owner', () => {
    const cost = deviceCost(
      [
        time({}),
        time({ ledgerClass: 'held-idle', unitHours: 5 }),
        time({ ledgerClass: 'free-stranded', owner: undefined, unitHours: 2 }),
      ],
      book,
    );
    expect(cost.total).toEqual({
      amounts: { EUR: 68 },
      pricedDeviceHours: 17,
      unpricedUnitHours: 0,
    });
    expect(cost.byClass.get('held-idle')?.amounts).toEqual({ EUR: 20 });
    expect(cost.byOwner.get('group:default/vision')?.amounts).toEqual({
      EUR: 60,
    });
    expect(cost.byOwner.get(undefined)?.amounts).toEqual({ EUR: 8 });
  });

  it('takes parts for the share of the device that they are', () => {
    // Seven parts of a seventh for an hour are one device for an hour.
    const { total } = deviceCost(
      [time({ unitHours: 7, deviceShare: 1 / 7 })],
      book,
    );
    expect(total.amounts.EUR).toBeCloseTo(4, 10);
    expect(total.pricedDeviceHours).toBeCloseTo(1, 10);
  });

  it('does not add different currencies', () => {
    expect(
      deviceCost([time({}), time({ product: 'NVIDIA-L4' })], book).total
        .amounts,
    ).toEqual({ EUR: 40, USD: 5 });
  });

  it('says what has no price instead of taking it for free', () => {
    const cost = deviceCost(
      [
        time({}),
        time({ product: 'NVIDIA-A10', node: undefined, unitHours: 3 }),
        time({ product: undefined, node: undefined, unitHours: 2 }),
        time({ deviceShare: undefined, unitHours: 4 }),
      ],
      book,
    );
    expect(cost.total).toEqual({
      amounts: { EUR: 40 },
      pricedDeviceHours: 10,
      unpricedUnitHours: 9,
    });
    expect(cost.unpricedProducts).toEqual(['NVIDIA-A10', undefined]);
  });
});
