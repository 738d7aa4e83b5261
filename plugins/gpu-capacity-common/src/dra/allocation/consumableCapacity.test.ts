import { slice } from '../__fixtures__/objects';
import { consumptionOf } from './consumableCapacity';

function consumption(
  requested: number | undefined,
  value: string,
  requestPolicy?: object,
) {
  const [{ capacity }] = slice('s', [
    { name: 'd', capacity: { memory: { value, requestPolicy } } },
  ]).devices;
  return consumptionOf(
    new Map(requested === undefined ? [] : [['memory', requested * 1000]]),
    capacity,
  )?.get('memory');
}

const RANGE = { default: '2', validRange: { min: '2', max: '8', step: '3' } };
const VALUES = { default: '1', validValues: ['1', '4', '16'] };

describe('consumptionOf', () => {
  it.each<[number | undefined, object | undefined, number | undefined]>([
    [undefined, undefined, 100_000],
    [7, undefined, 7000],
    [undefined, RANGE, 2000],
    [1, RANGE, 2000],
    [2, RANGE, 2000],
    // Steps count from the minimum: 2, 5, 8.
    [3, RANGE, 5000],
    [5, RANGE, 5000],
    [6, RANGE, 8000],
    [9, RANGE, undefined],
    [undefined, VALUES, 1000],
    [2, VALUES, 4000],
    [16, VALUES, 16_000],
    [17, VALUES, undefined],
    [3, { default: '0' }, 3000],
    [undefined, { default: '0' }, 0],
    [5, { default: '1', validRange: { min: '1', max: '4' } }, undefined],
    [3, { default: '1', validRange: { min: '1', max: '4' } }, 3000],
  ])('of %s with %j is %s', (requested, policy, expected) => {
    expect(consumption(requested, '100', policy)).toBe(expected);
  });

  it('is not had of a device without the capacity', () => {
    expect(consumptionOf(new Map([['memory', 1]]), new Map())).toBeUndefined();
  });
});
