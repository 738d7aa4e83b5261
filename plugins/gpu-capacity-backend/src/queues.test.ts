import type { JsonObject } from '@backstage/types';
import { PLATFORM, startPlugin } from './__testUtils__/startPlugin';
import { queueCollections } from './testQueues';

async function poolAs(
  ownership: readonly string[] = [],
  collections = queueCollections,
  config: JsonObject = {},
) {
  const { capacity: read } = await startPlugin(collections, ownership, config);
  const { capacity, text } = await read('resource/default/h100');
  if (capacity.scope !== 'pool') throw new Error(text);
  return { capacity, text };
}

const without = (plural: string) =>
  queueCollections.filter(({ resource }) => resource.plural !== plural);

/** Metrics come from elsewhere. */
const isOfCluster = ({ name }: { readonly name: string }) => name !== 'metrics';

describe('queues of a pool', () => {
  it('says who borrows, who may lend and what is left', async () => {
    const { capacity } = await poolAs();
    expect(capacity.queues?.clusterQueues).toMatchObject([
      {
        name: 'speech',
        cohort: 'ml',
        pending: 2,
        rows: [
          {
            flavor: 'h100',
            resource: 'nvidia.com/gpu',
            nominal: 8,
            reserved: 0,
            borrowed: 0,
            lendable: 8,
            lent: { atLeast: 4, atMost: 4 },
            available: 4,
          },
        ],
      },
      {
        name: 'vision',
        rows: [{ nominal: 8, reserved: 12, borrowed: 4, available: 4 }],
      },
    ]);
  });

  it('finds the queue that starves, and holds quota against hardware', async () => {
    const { capacity } = await poolAs();
    expect(capacity.queues).toMatchObject({
      starving: [
        {
          sentence:
            'Queue "speech" has waited 3 h for 8 nvidia.com/gpu while "vision" borrows 4.',
        },
      ],
      hardware: [
        { flavor: 'h100', nominal: 16, allocatable: 16, verdict: 'equal' },
      ],
      flavorsWithoutNodes: ['gone'],
    });
  });

  it.each([
    [{ hours: 2, minutes: 59 }, 1],
    [{ hours: 4 }, 0],
  ])(
    'calls nobody starving before %j are over',
    async (starvingAfter, count) => {
      const { capacity } = await poolAs([], queueCollections, {
        queues: { starvingAfter },
      });
      expect(capacity.queues?.starving).toHaveLength(count);
    },
  );

  it('takes quota that no pod uses yet out of what is free', async () => {
    const { capacity } = await poolAs();
    // The workload has got 12, its pods hold 6 and 4. Of pods with 6 or 4, one more fits on gpu-02, none on gpu-01.
    const units = { unmeasured: 10, reserved: 2, usable: 2, stranded: 2 };
    expect(capacity.devices).toEqual(units);
    expect(capacity.groups).toMatchObject([
      {
        units,
        largestFree: 4,
        slots: [{ slots: 4 }, { slots: 2 }, { slots: 1 }, { slots: 0 }],
      },
    ]);
    expect(capacity.parts.filter(isOfCluster)).toEqual([
      { name: 'queues', status: 'live' },
      { name: 'quotas', status: 'live' },
    ]);
  });

  it('tells others that somebody waits, and for what, but not who', async () => {
    const { capacity, text } = await poolAs();
    expect(capacity.queues?.pending).toEqual({
      total: 2,
      items: [
        {
          queue: 'speech',
          asks: { 'nvidia.com/gpu': 8 },
          request: '8 GPUs',
          cause: 'quota',
          reason:
            'It needs 4 nvidia.com/gpu of h100 more than its queue may use now.',
          waitedSeconds: expect.any(Number),
          position: 1,
          ahead: 'It is next in its queue.',
        },
        {
          queue: 'speech',
          asks: { 'nvidia.com/gpu': 2 },
          request: '2 GPUs',
          cause: 'quota',
          reason: expect.any(String),
          waitedSeconds: expect.any(Number),
          position: 2,
          ahead: '1 workload is ahead of it. 1 of them by a higher priority.',
        },
      ],
    });
    expect(text).not.toMatch(
      /asr|labels|job-|train|spare|odd|hunter2|namespace/,
    );
  });

  it('names its own workloads to an owner, and not who is ahead', async () => {
    const { capacity, text } = await poolAs(['group:default/vision-team']);
    expect(capacity.queues?.pending.items).toMatchObject([
      { request: '8 GPUs' },
      {
        kind: 'Job',
        namespace: 'vision',
        name: 'labels',
        entityRef: 'component:default/vision',
      },
    ]);
    expect(text).not.toMatch(/asr|odd/);
  });

  it('names all to platform teams', async () => {
    const { capacity } = await poolAs([PLATFORM]);
    expect(capacity.queues).toMatchObject({
      malformed: [{ key: 'speech/odd' }],
      pending: {
        items: [
          { namespace: 'speech', name: 'asr-training' },
          {
            name: 'labels',
            ahead:
              '1 workload is ahead of it: speech/job-asr. 1 of them by a higher priority.',
          },
        ],
      },
    });
  });

  it('leaves no empty box where there is no Kueue', async () => {
    const { capacity } = await poolAs([], without('clusterqueues'));
    expect(capacity.queues).toBeUndefined();
    expect(capacity.parts.filter(isOfCluster)).toEqual([
      { name: 'quotas', status: 'live' },
    ]);
  });

  it('says that the order is not known where nobody tells it', async () => {
    const { capacity } = await poolAs(
      [],
      without('clusterqueues/pendingworkloads'),
    );
    expect(capacity.queues?.pending).toMatchObject({
      unordered: expect.stringContaining('visibility API'),
      items: [{ request: '2 GPUs' }, { request: '8 GPUs' }].reverse(),
    });
  });
});
