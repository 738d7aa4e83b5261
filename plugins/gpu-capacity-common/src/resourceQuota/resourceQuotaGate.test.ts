import { readResourceQuota } from './resourceQuota';
import { resourceQuotaGate } from './resourceQuotaGate';

function quota(
  hard: Record<string, string | number>,
  used?: Record<string, string | number>,
  spec: object = {},
) {
  return readResourceQuota({
    metadata: { namespace: 'ml', name: 'team' },
    spec: { hard, ...spec },
    status: used && { hard, used },
  });
}

const GPU = 'requests.nvidia.com/gpu';
const POD = {
  requests: { cpu: 8000, memory: 32 * 2 ** 30, 'nvidia.com/gpu': 4 },
};

describe('resourceQuotaGate', () => {
  it.each([
    [
      { [GPU]: 16 },
      { [GPU]: 8 },
      2,
      'fits',
      2,
      'The quota of the namespace has room for it.',
    ],
    [
      { [GPU]: 16 },
      { [GPU]: 10 },
      2,
      'exceeds',
      1,
      `The quota "team" has 6 of 16 ${GPU} left, 8 are asked for.`,
    ],
    [
      { [GPU]: 16 },
      { [GPU]: 0 },
      5,
      'never',
      4,
      `The quota "team" allows 16 of ${GPU} in all, 20 are asked for.`,
    ],
    // More used than allowed, as after the quota was lowered.
    [
      { [GPU]: 4 },
      { [GPU]: 8 },
      1,
      'exceeds',
      0,
      `The quota "team" has 0 of 4 ${GPU} left, 4 are asked for.`,
    ],
    [
      { cpu: '20', 'requests.memory': '100Gi', pods: '5' },
      { cpu: '500m', 'requests.memory': '10Gi', pods: 4 },
      2,
      'exceeds',
      1,
      'The quota "team" has 1 of 5 pods left, 2 are asked for.',
    ],
    [
      { 'requests.cpu': '20' },
      { 'requests.cpu': '12500m' },
      1,
      'exceeds',
      0,
      'The quota "team" has 7.5 of 20 requests.cpu left, 8 are asked for.',
    ],
    [
      { 'requests.memory': '64Gi' },
      { 'requests.memory': '33Gi' },
      1,
      'exceeds',
      0,
      'The quota "team" has 31Gi of 64Gi requests.memory left, 32Gi are asked for.',
    ],
    [
      { 'count/pods': 1 },
      { 'count/pods': 0 },
      1,
      'fits',
      1,
      'The quota of the namespace has room for it.',
    ],
    // Nothing is ever counted by these names.
    [
      {
        'limits.nvidia.com/gpu': 1,
        'nvidia.com/gpu': 1,
        services: 1,
        'requests.storage': '1Gi',
      },
      {},
      9,
      'fits',
      Infinity,
      'No quota of the namespace limits it.',
    ],
    // It asks for nothing of what is used up.
    [
      { 'requests.amd.com/gpu': 1 },
      { 'requests.amd.com/gpu': 2 },
      1,
      'fits',
      Infinity,
      'No quota of the namespace limits it.',
    ],
    [
      { [GPU]: 4 },
      { [GPU]: 4 },
      0,
      'fits',
      0,
      'The quota of the namespace has room for it.',
    ],
  ])(
    'with %j of which %j are used finds %d pods to be %s',
    (hard, used, count, outcome, podsThatFit, sentence) => {
      expect(resourceQuotaGate([quota(hard, used)], POD, count)).toMatchObject({
        outcome,
        podsThatFit,
        sentence,
        notEvaluated: [],
      });
    },
  );

  it('takes the limits of a pod where they are known', () => {
    const limited = quota({ 'limits.cpu': '10' }, { 'limits.cpu': '0' });
    expect(resourceQuotaGate([limited], POD, 1)).toMatchObject({
      outcome: 'unknown',
      podsThatFit: undefined,
      sentence:
        'What the pods count against limits.cpu of the quota "team" is unknown.',
    });
    expect(
      resourceQuotaGate([limited], { ...POD, limits: { cpu: 16_000 } }, 1)
        .outcome,
    ).toBe('never');
    expect(
      resourceQuotaGate([limited], { ...POD, limits: { cpu: 4_000 } }, 2)
        .outcome,
    ).toBe('fits');
  });

  it.each([
    ['requests.cpu', { requests: { 'nvidia.com/gpu': 1 } }],
    ['memory', { requests: { cpu: 1 } }],
    ['limits.cpu', { ...POD, limits: {} }],
  ])('demands that pods say their %s', (name, pod) => {
    expect(
      resourceQuotaGate([quota({ [name]: '10' }, { [name]: '0' })], pod, 1),
    ).toMatchObject({
      outcome: 'unspecified',
      podsThatFit: undefined,
      sentence: `The quota "team" refuses pods that do not say their ${name}, unless a LimitRange says it for them.`,
    });
  });

  it('does not take for nothing what a status does not say', () => {
    expect(resourceQuotaGate([quota({ [GPU]: 16 })], POD, 1)).toMatchObject({
      outcome: 'unknown',
      checks: [{ used: undefined, free: undefined, requested: 4 }],
      sentence: `How much of ${GPU} is left in the quota "team" is unknown.`,
    });
    expect(resourceQuotaGate([quota({ [GPU]: 16 })], POD, 5).outcome).toBe(
      'never',
    );
  });

  it('says which quotas it does not evaluate', () => {
    const scoped = quota(
      { [GPU]: 0 },
      { [GPU]: 0 },
      {
        scopes: ['NotTerminating'],
        scopeSelector: {
          matchExpressions: [
            { scopeName: 'PriorityClass', operator: 'Exists' },
          ],
        },
      },
    );
    expect(resourceQuotaGate([scoped], POD, 1)).toEqual({
      outcome: 'fits',
      checks: [],
      podsThatFit: Infinity,
      notEvaluated: [
        { quota: 'team', scopes: ['NotTerminating', 'PriorityClass'] },
      ],
      sentence:
        'No quota of the namespace limits it, unless "team" does, which counts certain pods only.',
    });
  });

  it('lets pass what every quota lets pass', () => {
    expect(
      resourceQuotaGate(
        [quota({ [GPU]: 99 }, { [GPU]: 0 }), quota({ pods: 2 }, { pods: 2 })],
        POD,
        1,
      ).outcome,
    ).toBe('exceeds');
    expect(resourceQuotaGate([], POD, 1)).toMatchObject({
      outcome: 'fits',
      podsThatFit: Infinity,
    });
  });

  it('refuses malformed quotas', () => {
    expect(() => quota({ [GPU]: 'many' })).toThrow(RangeError);
    expect(() => readResourceQuota({ metadata: { name: 'x' } })).toThrow();
  });
});
