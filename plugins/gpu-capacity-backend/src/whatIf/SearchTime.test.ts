import { SearchTime } from './SearchTime';

describe('SearchTime', () => {
  it('begins no search when those before have taken long enough', () => {
    let nowMs = 0;
    const time = new SearchTime({ limitMs: 20, now: () => nowMs });
    const search = (takesMs: number) =>
      time.run(() => {
        nowMs += takesMs;
        return takesMs;
      });
    expect(search(10)).toBe(10);
    // What happens between searches does not count.
    nowMs += 500;
    expect(search(9)).toBe(9);
    expect(search(30)).toBe(30);
    expect(search(1)).toBeUndefined();
    expect(nowMs).toBe(549);
  });
});
