import { BackgroundReading } from './BackgroundReading';

describe('BackgroundReading', () => {
  it('gives out what is known, and asks anew where that is old', async () => {
    let answer = 1;
    const ask = jest.fn(async () => answer);
    const reading = new BackgroundReading({ ask, maxAgeMs: 1_000 });
    expect(reading.current(5_000)).toBeUndefined();
    await new Promise(setImmediate);
    answer = 2;
    expect(reading.current(5_999)).toBe(1);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(reading.current(6_000)).toBe(1);
    await new Promise(setImmediate);
    expect(reading.current(6_001)).toBe(2);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('waits for the first answer only, and not for long', async () => {
    let give: (answer: number) => void = () => {};
    const ask = jest.fn(
      () =>
        new Promise<number>(resolve => {
          give = resolve;
        }),
    );
    const reading = new BackgroundReading({ ask, maxAgeMs: 60_000 });
    await reading.settled({ timeoutMs: 20 });
    expect(reading.current()).toBeUndefined();
    const settled = reading.settled({ timeoutMs: 5_000 });
    give(7);
    await settled;
    expect(reading.current()).toBe(7);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
