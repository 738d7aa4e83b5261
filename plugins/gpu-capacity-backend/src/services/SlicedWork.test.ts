import { SlicedWork } from './SlicedWork';

describe('SlicedWork', () => {
  it('works few items off at once', () => {
    const seen: number[] = [];
    const work = new SlicedWork<number>(item => seen.push(item));
    work.push([1, 2]);
    expect(seen).toEqual([1, 2]);
    expect(work.isDone).toBe(true);
  });

  it('works many off in turns, in order, with what comes meanwhile at the end', async () => {
    const seen: number[] = [];
    let turns = 0;
    const work = new SlicedWork<number>(item => {
      seen.push(item);
      // Slow enough that one slice does not do.
      const until = performance.now() + 0.02;
      while (performance.now() < until);
    });
    const many = Array.from({ length: 2_000 }, (_, index) => index);
    work.push(many);
    const count = () => {
      turns += 1;
      if (!work.isDone) setImmediate(count);
    };
    setImmediate(count);
    work.push([-1]);
    expect(work.isDone).toBe(false);
    await work.done();
    expect(seen).toEqual([...many, -1]);
    expect(turns).toBeGreaterThan(2);
  });
});
