import type { QueueState } from '../observed';
import { queueFindings } from './queueFindings';

const starving: QueueState['starving'][number] = {
  clusterQueue: 'vision',
  rootCohort: 'accelerators',
  resource: 'nvidia.com/gpu',
  workload: { namespace: 'vision', name: 'secret-project' },
  waitedSeconds: 10_800,
  asks: 8,
  ownShareLeft: 8,
  waiting: 1,
  borrowers: [{ clusterQueue: 'research', borrowed: 12 }],
  mayReclaim: false,
  sentence:
    'Queue "vision" has waited 3 h for 8 nvidia.com/gpu while "research" borrows 12.',
};

const options = {
  platformTeams: ['group:default/platform'],
  pageOfCluster: () => '/catalog/default/resource/west/gpu-capacity',
};

describe('queueFindings', () => {
  it('tells the platform teams of a queue that starves, and names no workload', () => {
    const queues = { starving: [starving] };
    const [finding, ...others] = queueFindings(
      [
        { name: 'west', queues },
        { name: 'east', queues: undefined },
      ],
      options,
    );
    expect(others).toEqual([]);
    expect(finding).toEqual({
      kind: 'queue-starving',
      subject: ['west', 'vision', 'nvidia.com/gpu'],
      recipients: ['group:default/platform'],
      afterMs: 0,
      title: 'The queue vision in west starves',
      description: starving.sentence,
      link: '/catalog/default/resource/west/gpu-capacity',
    });
    expect(JSON.stringify(finding)).not.toContain('secret-project');
  });
});
