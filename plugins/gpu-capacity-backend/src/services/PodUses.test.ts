import type { PodUse } from '@fairway/plugin-gpu-capacity-common';
import type { MetricsReading } from '../prometheus';
import { PodUses, type AskedPod } from './PodUses';

const MINUTE_MS = 60_000;

const asked = (uid: string, cluster = 'west'): AskedPod => ({
  cluster,
  uid,
  namespace: 'vision',
  name: uid,
  units: 1,
  span: { periodSeconds: 86_400, stepSeconds: 3_600 },
});

const use: PodUse = {
  memoryP99Bytes: 1,
  busyMax: 0.5,
  coverage: { reporting: 1, held: 1 },
};

const observed: MetricsReading<PodUse> = {
  status: 'observed',
  value: use,
  warnings: [],
};

const down: MetricsReading<PodUse> = {
  status: 'unobserved',
  reason: 'Prometheus cannot be read',
};

describe('PodUses', () => {
  let nowMs = 0;
  let read: jest.Mock<Promise<MetricsReading<PodUse>>, [AskedPod]>;
  let uses: PodUses;

  beforeEach(() => {
    nowMs = 1_800_000_000_000;
    read = jest.fn(async (_: AskedPod) => observed);
    uses = new PodUses({ read, now: () => nowMs });
  });

  it('asks once in half an hour for each pod', async () => {
    const pods = [asked('a'), asked('b')];
    await Promise.all([uses.of(pods), uses.of(pods)]);
    expect(await uses.of(pods)).toEqual(
      new Map([
        ['a', { reading: observed, periodSeconds: 86_400 }],
        ['b', { reading: observed, periodSeconds: 86_400 }],
      ]),
    );
    expect(read).toHaveBeenCalledTimes(2);
    nowMs += 29 * MINUTE_MS;
    await uses.of(pods);
    expect(read).toHaveBeenCalledTimes(2);
    nowMs += MINUTE_MS;
    // The old answer is given out while it is asked for anew.
    expect((await uses.of(pods)).size).toBe(2);
    expect(await uses.of([asked('c')])).toHaveProperty('size', 1);
    expect(read).toHaveBeenCalledTimes(5);
  });

  it('asks for one pod of a cluster after the other', async () => {
    let running = 0;
    let most = 0;
    read.mockImplementation(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return observed;
    });
    await uses.of(['a', 'b', 'c'].map(uid => asked(uid)));
    expect(most).toBe(1);
  });

  it('does not wait long, and only the first time', async () => {
    read.mockImplementation(() => new Promise(() => {}));
    const before = Date.now();
    expect((await uses.of([asked('a')])).size).toBe(0);
    const waitedMs = Date.now() - before;
    expect(waitedMs).toBeGreaterThan(200);
    expect(waitedMs).toBeLessThan(2_000);
    const again = Date.now();
    expect((await uses.of([asked('a')])).size).toBe(0);
    expect(Date.now() - again).toBeLessThan(200);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('asks nothing more of a cluster for five minutes after a failure', async () => {
    read.mockImplementation(async ({ cluster }) =>
      cluster === 'west' ? down : observed,
    );
    const known = await uses.of([
      asked('a'),
      asked('b'),
      asked('c'),
      asked('d', 'east'),
    ]);
    expect([...known.values()].map(({ reading }) => reading.status)).toEqual([
      'unobserved',
      'unobserved',
      'unobserved',
      'observed',
    ]);
    expect(read).toHaveBeenCalledTimes(2);
    nowMs += 5 * MINUTE_MS;
    read.mockImplementation(async () => observed);
    await uses.of([asked('a')]);
    await uses.of([asked('x')]);
    expect((await uses.of([asked('a')])).get('a')?.reading.status).toBe(
      'observed',
    );
  });
});
