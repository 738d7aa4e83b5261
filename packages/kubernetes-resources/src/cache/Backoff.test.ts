import { Backoff } from './Backoff';

describe('Backoff', () => {
  it('doubles its ceiling up to the longest pause and starts anew after a success', () => {
    const backoff = Backoff.create({
      minMs: 1_000,
      maxMs: 30_000,
      random: () => 0.5,
    });
    const pauses = Array.from({ length: 7 }, () => backoff.next());
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });

  it('spreads over the whole range below the ceiling', () => {
    const backoff = Backoff.create({
      minMs: 1_000,
      maxMs: 30_000,
      random: () => 0,
    });
    expect(backoff.next()).toBe(0);
  });
});
