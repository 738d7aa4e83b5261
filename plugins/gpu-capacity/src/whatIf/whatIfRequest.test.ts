import { EMPTY_DRAFT, type WhatIfDraft } from './WhatIfDraft';
import { whatIfQuestion } from './whatIfRequest';

function ask(draft: Partial<WhatIfDraft>, cluster?: string) {
  return whatIfQuestion({ ...EMPTY_DRAFT, ...draft }, { cluster });
}

describe('whatIfQuestion', () => {
  it.each([{}, { kind: 'yaml' as const }, { devices: ' ' }, { cpu: '8' }])(
    'asks nothing yet with %j',
    draft => {
      expect(ask(draft)).toEqual({ status: 'empty' });
    },
  );

  it('builds a shape', () => {
    expect(
      ask(
        {
          devices: '8',
          cpu: '500m',
          memory: '64Gi',
          product: 'NVIDIA-H100-80GB-HBM3',
          replicas: '2',
          selector: 'zone=a, disk=ssd',
          within: 'example.com/rack',
          priority: '-10',
          queue: 'ml/default',
          strict: true,
        },
        'gpu-west',
      ),
    ).toEqual({
      status: 'ready',
      request: {
        shape: {
          kind: 'amounts',
          requests: { 'nvidia.com/gpu': '8', cpu: '500m', memory: '64Gi' },
          product: 'NVIDIA-H100-80GB-HBM3',
          nodeSelector: { zone: 'a', disk: 'ssd' },
          toleratesTaints: false,
          priority: -10,
        },
        replicas: 2,
        clusters: ['gpu-west'],
        domainLabel: 'example.com/rack',
        queue: 'ml/default',
      },
    });
  });

  it('asks every cluster where that is wanted', () => {
    expect(ask({ devices: '1', everywhere: true }, 'gpu-west')).toEqual({
      status: 'ready',
      request: {
        shape: { kind: 'amounts', requests: { 'nvidia.com/gpu': '1' } },
        replicas: 1,
      },
    });
  });

  it('takes what is pasted', () => {
    expect(ask({ kind: 'yaml', yaml: 'kind: Pod', cpu: 'nonsense' })).toEqual({
      status: 'ready',
      request: { shape: { kind: 'yaml', text: 'kind: Pod' }, replicas: 1 },
    });
  });

  it.each<[Partial<WhatIfDraft>, string, string]>([
    [{ devices: '0' }, 'devices', 'A whole number of at least 1'],
    [{ devices: '1.5' }, 'devices', 'A whole number of at least 1'],
    [{ cpu: 'many' }, 'cpu', 'An amount such as 8 or 500m'],
    [{ memory: '64GB' }, 'memory', 'An amount such as 64Gi'],
    [{ memory: '64' }, 'memory', '64 are bytes: write 64Gi for GiB'],
    [{ replicas: '0' }, 'replicas', 'A whole number from 1 to 10000'],
    [{ replicas: '' }, 'replicas', 'A whole number from 1 to 10000'],
    [{ selector: 'zone' }, 'selector', 'Labels such as zone=a, disk=ssd'],
    [{ priority: 'high' }, 'priority', 'A whole number'],
    [{ queue: 'default' }, 'queue', 'A LocalQueue as namespace/name'],
    [
      { resource: '' },
      'resource',
      'The name of a resource, such as nvidia.com/gpu',
    ],
  ])('says of %j at the field what is wrong', (draft, field, problem) => {
    expect(ask({ devices: '1', ...draft })).toEqual({
      status: 'wrong',
      problems: { [field]: problem },
    });
  });
});
