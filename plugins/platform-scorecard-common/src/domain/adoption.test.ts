import { adoption } from './adoption';
import type { ServiceLife } from './ServiceLife';

function life(more: Partial<ServiceLife>): ServiceLife {
  return {
    service: 'component:default/x',
    firstSeenAt: 10,
    synthetic: false,
    ...more,
  };
}

describe('adoption', () => {
  const lives = [
    life({ onPathAt: 10 }),
    life({ onPathAt: 20 }),
    life({}),
    life({ onPathAt: 10, retiredAt: 15 }),
    life({ firstSeenAt: 30 }),
  ];

  // Bounds of the 95 % score interval by hand: 1/3 gives [0.0615, 0.7923], 2/4 gives [0.1500, 0.8500].
  it.each([
    [9, 0, 0],
    [10, 2, 4],
    [15, 1, 3],
    [20, 2, 3],
    [30, 2, 4],
  ])('at %d counts %d on a path of %d living', (at, onPath, services) => {
    expect(adoption(lives, at)).toMatchObject({ onPath, services });
  });

  it('gives the share with its interval', () => {
    expect(adoption(lives, 30).share).toEqual({
      kind: 'estimate',
      value: 0.5,
      low: expect.closeTo(0.15, 3),
      high: expect.closeTo(0.85, 3),
      n: 4,
    });
    expect(adoption(lives, 15).share).toMatchObject({
      low: expect.closeTo(0.0615, 3),
      high: expect.closeTo(0.7923, 3),
    });
  });

  it('has no share where no service lives', () => {
    expect(adoption([], 0)).toEqual({
      share: { kind: 'no-data' },
      onPath: 0,
      services: 0,
    });
  });
});
