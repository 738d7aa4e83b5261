import { mockCredentials } from '@backstage/backend-test-utils';
import { PLATFORM, startPlugin } from '../__testUtils__/startPlugin';
import { queueCollections } from '../testQueues';

const VISION = 'group:default/vision-team';
const labels = { cluster: 'gpu-west', namespace: 'vision', name: 'labels' };
const asr = { cluster: 'gpu-west', namespace: 'speech', name: 'asr-training' };

describe('why something is pending', () => {
  it('says of a workload of a queue what it needs and who is ahead', async () => {
    const { invoke } = await startPlugin(queueCollections, [PLATFORM]);
    expect(await invoke('why-pending', labels)).toEqual({
      sentence:
        'It needs 4 nvidia.com/gpu of h100 more than its queue may use now. 1 workload is ahead of it: speech/job-asr. 1 of them by a higher priority.',
      waiting: [
        {
          cluster: 'gpu-west',
          kind: 'Job',
          namespace: 'vision',
          name: 'labels',
          reason: expect.stringContaining('ahead of it'),
          waitedSeconds: expect.any(Number),
          position: 2,
        },
      ],
    });
  });

  it('says of a pod that has its node that it does not wait', async () => {
    const { invoke } = await startPlugin(queueCollections, [VISION]);
    expect(await invoke('why-pending', { ...labels, name: 'train-a' })).toEqual(
      { sentence: 'It does not wait.', waiting: [] },
    );
  });

  it('does not find what is not the reader’s to know, nor what is not there', async () => {
    const { invoke } = await startPlugin(queueCollections, [VISION]);
    for (const thing of [asr, { ...asr, name: 'none' }]) {
      await expect(invoke('why-pending', thing)).rejects.toThrow(
        `has no speech/${thing.name} that is about accelerators, or you may not know it`,
      );
    }
  });

  it('names nothing to a service, which owns nothing', async () => {
    const { invoke } = await startPlugin(queueCollections, [PLATFORM]);
    await expect(
      invoke('why-pending', labels, mockCredentials.service()),
    ).rejects.toThrow('has no vision/labels');
  });

  it('answers for a component and for a pool without names of others', async () => {
    const { invoke } = await startPlugin(queueCollections, [VISION]);
    expect(
      await invoke('why-pending', { entityRef: 'component:default/vision' }),
    ).toMatchObject({ waiting: [{ kind: 'Job', name: 'labels' }] });
    const pool = await invoke('why-pending', {
      entityRef: 'resource:default/h100',
    });
    expect(pool).toMatchObject({ waiting: [{ position: 1 }, { position: 2 }] });
    expect(JSON.stringify(pool)).not.toMatch(/asr/);
  });
});
