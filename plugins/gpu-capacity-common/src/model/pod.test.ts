import { readAcceleratorPod } from './pod';

function pod(overrides: { spec?: object; status?: object; metadata?: object }) {
  return {
    metadata: { namespace: 'vision', name: 'a', ...overrides.metadata },
    spec: {
      nodeName: 'gpu-01',
      containers: [{ resources: { limits: { 'nvidia.com/gpu': '1' } } }],
      ...overrides.spec,
    },
    status: { phase: 'Running', ...overrides.status },
  };
}

describe('readAcceleratorPod', () => {
  it.each([
    ['a running pod', {}, 'held'],
    [
      'a pod being deleted',
      { metadata: { deletionTimestamp: '2026-11-21T12:00:00Z' } },
      'releasing',
    ],
    [
      'an unbound pod',
      { spec: { nodeName: undefined }, status: { phase: 'Pending' } },
      'pending',
    ],
    [
      'a gated pod',
      {
        spec: {
          nodeName: '',
          schedulingGates: [{ name: 'kueue.x-k8s.io/admission' }],
        },
      },
      'gated',
    ],
    [
      'a pod that has been bound and not started',
      { status: { phase: 'Pending' } },
      'held',
    ],
  ])('says of %s that it is %s', (_, overrides, holding) => {
    expect(readAcceleratorPod(pod(overrides))?.holding).toBe(holding);
  });

  it.each(['Succeeded', 'Failed'])('leaves out a %s pod', phase => {
    expect(readAcceleratorPod(pod({ status: { phase } }))).toBeUndefined();
  });

  it('leaves out a pod without accelerators', () => {
    expect(
      readAcceleratorPod(pod({ spec: { containers: [{}] } })),
    ).toBeUndefined();
  });

  it('names why held devices do nothing', () => {
    expect(
      readAcceleratorPod(
        pod({
          status: {
            containerStatuses: [
              { state: { waiting: { reason: 'CrashLoopBackOff' } } },
            ],
          },
        }),
      )?.waste,
    ).toBe('CrashLoopBackOff');
  });

  it('refuses a malformed pod', () => {
    expect(() => readAcceleratorPod({ metadata: { name: 'a' } })).toThrow();
    expect(() =>
      readAcceleratorPod(
        pod({
          spec: {
            containers: [
              { resources: { limits: { 'nvidia.com/gpu': 'one' } } },
            ],
          },
        }),
      ),
    ).toThrow(RangeError);
  });
});
