import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import {
  QuotaTree,
  pendingReason,
  quotaGate,
  readClusterQueue,
  readCohort,
  readKueueWorkload,
  readLocalQueue,
  readResourceFlavor,
} from '../kueue';
import { readWorkloadDemand } from './readWorkloadDemand';

const folder = process.env.FAIRWAY_KUBERNETES_FIXTURES;

const recordingSchema = z.array(
  z.object({
    title: z.string(),
    response: z.object({ body: z.unknown().optional() }),
  }),
);

const listSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  items: z.array(z.record(z.string(), z.unknown())),
});

/** Items of the list that a real API server gave for a kind. */
function recorded(title: string): readonly Record<string, unknown>[] {
  const exchanges = recordingSchema.parse(
    JSON.parse(readFileSync(join(folder ?? '', 'kueue-kuberay.json'), 'utf8')),
  );
  const exchange = exchanges.find(candidate => candidate.title === title);
  return listSchema.parse(exchange?.response.body).items;
}

describe('objects of a real API server', () => {
  if (!folder) {
    it('are not checked, because FAIRWAY_KUBERNETES_FIXTURES does not name the folder of the recordings', () => {
      expect(folder).toBeUndefined();
    });
    return;
  }

  it('are the queues of Kueue and what waits in them', () => {
    const clusterQueues = recorded('clusterqueues').map(readClusterQueue);
    const tree = QuotaTree.create({
      clusterQueues,
      cohorts: recorded('cohorts').map(readCohort),
    });
    expect(tree.problems).toEqual([]);
    // Of its 8 the queue keeps 6 and holds 10; the cohort has 2 + 4 lent, of which 4 are in use.
    expect(
      tree.ofClusterQueue('team-ml', {
        flavor: 'h200',
        resource: 'nvidia.com/gpu',
      }),
    ).toMatchObject({ available: 2, potentiallyAvailable: 12 });
    const [localQueue] = recorded('localqueues').map(readLocalQueue);
    const clusterQueue = clusterQueues.find(
      ({ name }) => name === localQueue.clusterQueue,
    );
    const workloads = recorded('workloads').map(readKueueWorkload);
    expect(
      workloads.map(workload => [
        workload.name,
        workload.state,
        pendingReason(workload, { localQueue, clusterQueue }, 0)?.sentence,
      ]),
    ).toEqual([
      [
        'job-eval-d3e4f',
        'pending',
        'It needs 2 nvidia.com/gpu of h200 more than its queue may use now.',
      ],
      ['job-train-a1b2c', 'admitted', undefined],
    ]);
    expect(workloads[1].assignments).toEqual([
      {
        name: 'main',
        flavors: { cpu: 'h200', memory: 'h200', 'nvidia.com/gpu': 'h200' },
        usage: {
          cpu: 16_000,
          memory: 128 * 2 ** 30,
          'nvidia.com/gpu': 8,
        },
        count: 1,
        topology: undefined,
      },
    ]);
  });

  it('are what a queue can be asked about', () => {
    const clusterQueues = recorded('clusterqueues').map(readClusterQueue);
    const clusterQueue = clusterQueues.find(({ name }) => name === 'team-ml');
    if (!clusterQueue) throw new Error('No ClusterQueue team-ml is recorded');
    const queue = {
      clusterQueue,
      tree: QuotaTree.create({
        clusterQueues,
        cohorts: recorded('cohorts').map(readCohort),
      }),
      flavors: recorded('resourceflavors').map(readResourceFlavor),
    };
    const ask = (gpus: number, product: string) =>
      quotaGate(
        queue,
        {
          requests: { 'nvidia.com/gpu': gpus },
          nodeSelector: { 'nvidia.com/gpu.product': product },
          nodeAffinity: undefined,
          tolerations: [],
        },
        1,
      );
    expect(ask(2, 'NVIDIA-H200').outcome).toBe('borrowing');
    expect(ask(4, 'NVIDIA-H200')).toMatchObject({
      outcome: 'preemption',
      groups: [{ attempts: [{ resources: [{ missing: 2 }] }] }],
    });
    expect(ask(13, 'NVIDIA-H200').outcome).toBe('never');
    expect(ask(1, 'NVIDIA-A100')).toMatchObject({
      outcome: 'never',
      groups: [{ attempts: [{ flavor: 'h200', mode: 'mismatch' }] }],
    });
  });

  it('are the workloads of KubeRay', () => {
    const demandOf = (title: string, kind: string) =>
      recorded(title).map(item =>
        readWorkloadDemand({ apiVersion: 'ray.io/v1', kind, ...item }),
      );
    expect(demandOf('rayclusters', 'RayCluster')).toMatchObject([
      {
        name: 'tune',
        queueName: 'default',
        pieces: [
          { name: 'head', now: 1 },
          { name: 'gpu', now: 2, min: 2, max: 2 },
        ],
        findings: [{ finding: 'autoscaling-off' }],
      },
    ]);
    expect(demandOf('rayjobs', 'RayJob')).toMatchObject([
      { name: 'sweep', pieces: [{ now: 1 }, { now: 1 }], findings: [] },
    ]);
  });
});
