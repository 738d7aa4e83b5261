import { mostUsed } from './mostUsed';
import type { PodUse } from './podUse';

const use = (more: Partial<PodUse> = {}): PodUse => ({
  memoryP99Bytes: 5e9,
  busyMax: 0.1,
  coverage: { reporting: 23, held: 23 },
  ...more,
});

describe('mostUsed', () => {
  it('takes the highest of each figure', () => {
    expect(
      mostUsed([use({ memoryP99Bytes: 9e9 }), use({ busyMax: 0.3 })]),
    ).toEqual({
      memoryP99Bytes: 9e9,
      busyMax: 0.3,
      coverage: { reporting: 2, held: 2 },
    });
  });

  it('does not know a figure that one lacks, and counts only who was measured all the time', () => {
    expect(
      mostUsed([
        use({ coverage: { reporting: 22, held: 23 } }),
        use({ memoryP99Bytes: undefined }),
        use({ coverage: { reporting: 0, held: 0 } }),
      ]),
    ).toEqual({
      memoryP99Bytes: undefined,
      busyMax: 0.1,
      coverage: { reporting: 1, held: 3 },
    });
  });
});
