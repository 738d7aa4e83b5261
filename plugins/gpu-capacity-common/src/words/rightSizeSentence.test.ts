import type { PodUse } from '../metrics';
import { rightSizeSentence } from './rightSizeSentence';

const use: PodUse = {
  memoryP99Bytes: 9.34e9,
  busyMax: 0.214,
  coverage: { reporting: 3, held: 3 },
};

const options = {
  subject: 'Deployment vision/detector',
  use,
  periodSeconds: 7 * 86_400,
  offered: true,
};

describe('rightSizeSentence', () => {
  it('gives a hint with what it is based on', () => {
    const size = {
      status: 'smaller',
      profile: '2g.20gb',
      memoryBytes: 20e9,
      computeShare: 2 / 7,
      mayBeSlower: false,
    } as const;
    const words =
      'A MIG slice of 20 GB (2g.20gb) would hold what each pod of Deployment vision/detector uses: p99 of memory 9.3 GB, busy 21 % at most in 7 days, measured on 3 devices all the time. A fifth is kept to spare; try it out before you rely on it.';
    expect(rightSizeSentence({ ...options, size })).toBe(words);
    expect(rightSizeSentence({ ...options, size, offered: false })).toBe(
      `${words} No node of the cluster offers such slices now.`,
    );
  });

  it('says what a slice that holds only the memory would cost', () => {
    const size = {
      status: 'smaller',
      profile: '1g.20gb',
      memoryBytes: 20e9,
      computeShare: 1 / 7,
      mayBeSlower: true,
    } as const;
    expect(
      rightSizeSentence({ ...options, size, use: { ...use, busyMax: 1 } }),
    ).toBe(
      'A MIG slice of 20 GB (1g.20gb) would hold the memory that each pod of Deployment vision/detector uses: p99 of memory 9.3 GB, busy 100 % at most in 7 days, measured on 3 devices all the time. The slice has 14 % of the processors, so some work may take longer. A fifth of memory is kept to spare; try it out before you rely on it.',
    );
  });

  it('says that nothing smaller would do, and why it cannot be said', () => {
    expect(
      rightSizeSentence({
        ...options,
        size: { status: 'fits' },
        periodSeconds: 30 * 3_600,
      }),
    ).toBe(
      'No smaller part of a card would do for Deployment vision/detector: p99 of memory 9.3 GB, busy 21 % at most in 30 hours.',
    );
    expect(
      rightSizeSentence({
        ...options,
        size: { status: 'unknown', reason: 'its product is not known' },
        periodSeconds: undefined,
      }),
    ).toBe(
      'No right-size hint for Deployment vision/detector: its product is not known.',
    );
  });
});
