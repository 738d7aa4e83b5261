import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import { readQueuesConfig } from './queuesConfig';

const read = (starvingAfter?: JsonValue) =>
  readQueuesConfig(
    mockServices.rootConfig({
      data: {
        gpuCapacity:
          starvingAfter === undefined ? {} : { queues: { starvingAfter } },
      },
    }),
  ).starvingAfterSeconds;

describe('readQueuesConfig', () => {
  it.each([
    [undefined, 900],
    [{ minutes: 5 }, 300],
    [{ hours: 1, minutes: 30 }, 5_400],
    ['PT2H', 7_200],
    [{ minutes: 1 }, 60],
    [{ days: 30 }, 2_592_000],
  ])('takes %j for %d seconds', (starvingAfter, seconds) => {
    expect(read(starvingAfter)).toBe(seconds);
  });

  it.each([{ seconds: 59 }, { days: 31 }, { minutes: -5 }, 'soon', 900])(
    'refuses %j',
    starvingAfter => {
      expect(() => read(starvingAfter)).toThrow(/starvingAfter/);
    },
  );
});
