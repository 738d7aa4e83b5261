import { clusterQueue, cohort } from './__fixtures__/queues';
import { compareQuotaWithHardware, flavorsWithoutNodes } from './quotaHardware';
import { readResourceFlavor } from './resourceFlavor';

const flavor = (name: string, nodeLabels: Record<string, string> | undefined) =>
  readResourceFlavor({ metadata: { name }, spec: { nodeLabels } });

const node = (name: string, product: string, gpus: number) => ({
  name,
  labels: { product },
  allocatable: { cpu: 96_000, 'nvidia.com/gpu': gpus },
});

const NODES = [
  node('a', 'H100', 8),
  node('b', 'H100', 7),
  node('c', 'A100', 4),
];

function compare(
  quotas: Parameters<typeof clusterQueue>[0]['quotas'],
  flavors: ReturnType<typeof flavor>[],
) {
  return compareQuotaWithHardware({
    clusterQueues: [clusterQueue({ name: 'team', quotas })],
    cohorts: [cohort('all', { quotas: { h100: ['2'] } })],
    flavors,
    nodes: NODES,
  }).find(row => row.flavor !== 'h100' || quotas.h100);
}

describe('compareQuotaWithHardware', () => {
  it.each([
    [
      '13',
      'equal',
      'The quota for nvidia.com/gpu of "h100" is what its nodes have.',
    ],
    [
      '20',
      'promised-too-much',
      'The queues are promised 22 nvidia.com/gpu of "h100", its nodes have 15.',
    ],
    [
      '8',
      'left-over',
      'The nodes of "h100" have 15 nvidia.com/gpu, the queues may use 10.',
    ],
    [
      '9223372036854775807',
      'promised-too-much',
      'The queues are promised unlimited nvidia.com/gpu of "h100", its nodes have 15.',
    ],
  ])(
    'finds a queue quota of %s, with 2 of the cohort, to be %s',
    (nominal, verdict, sentence) => {
      expect(
        compare({ h100: [nominal] }, [flavor('h100', { product: 'H100' })]),
      ).toMatchObject({ allocatable: 15, nodes: 2, verdict, sentence });
    },
  );

  it('names flavors that match no node, and those that do not exist', () => {
    expect(
      compare({ h200: ['4'] }, [flavor('h200', { product: 'H200' })]),
    ).toMatchObject({
      flavor: 'h200',
      nodes: 0,
      verdict: 'no-nodes',
      sentence: 'No node has the labels of the flavor "h200".',
    });
    expect(compare({ ghost: ['4'] }, [])).toMatchObject({
      verdict: 'not-defined',
      sentence:
        'Queues have quota for the flavor "ghost", which does not exist.',
    });
  });

  it('takes a flavor without labels for all nodes, and says who else counts them', () => {
    expect(
      compare({ any: ['19'] }, [
        flavor('any', undefined),
        flavor('h100', { product: 'H100' }),
      ]),
    ).toMatchObject({
      nodes: 3,
      allocatable: 19,
      verdict: 'equal',
      sharesNodesWith: ['h100'],
    });
  });
});

describe('flavorsWithoutNodes', () => {
  it('names flavors that stand for no node', () => {
    const flavors = [
      flavor('h100', { product: 'H100' }),
      flavor('h200', { product: 'H200' }),
      flavor('odd', { product: 'H100', constructor: 'x' }),
      flavor('any', undefined),
    ];
    expect(flavorsWithoutNodes(flavors, NODES)).toEqual(['h200', 'odd']);
    expect(flavorsWithoutNodes(flavors, [])).toEqual([
      'h100',
      'h200',
      'odd',
      'any',
    ]);
  });
});
