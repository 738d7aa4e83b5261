import { podRequests } from './podRequests';
import type { PodSpec, PodStatus } from './podSpec';

const GPU = 'nvidia.com/gpu';

const gpus = (count: number, more: object = {}) => ({
  resources: { limits: { [GPU]: count } },
  ...more,
});
const sidecar = (count: number) => gpus(count, { restartPolicy: 'Always' });
const container = (name: string, amounts: Record<string, string>) => ({
  name,
  resources: { requests: amounts },
});

function requests(spec: Partial<PodSpec>, status?: PodStatus) {
  return podRequests({ containers: [], ...spec }, status);
}

// Worked out by hand after the rules of Kubernetes' own PodRequests.
describe('podRequests', () => {
  it.each([
    ['init 4, main 1', [gpus(4)], [gpus(1)], 4],
    ['sidecar 1, then init 3, main 2', [sidecar(1), gpus(3)], [gpus(2)], 4],
    ['init 3 before sidecar 1, main 2', [gpus(3), sidecar(1)], [gpus(2)], 3],
    ['two containers of 2', [], [gpus(2), gpus(2)], 4],
    ['two sidecars of 1, main 0', [sidecar(1), sidecar(1)], [gpus(0)], 2],
  ])('%s', (_, initContainers, containers, expected) => {
    expect(requests({ initContainers, containers })[GPU]).toBe(expected);
  });

  it('takes the limit where there is no request', () => {
    expect(
      requests({
        containers: [
          { resources: { limits: { cpu: '2', memory: '1Gi' } } },
          { resources: { requests: { cpu: '500m' }, limits: { cpu: '4' } } },
          {},
        ],
      }),
    ).toEqual({ cpu: 2500, memory: 2 ** 30 });
  });

  it('replaces CPU and memory, and nothing else, by what the pod asks for as a whole', () => {
    expect(
      requests({
        containers: [container('a', { cpu: '3', memory: '4Gi', [GPU]: '2' })],
        resources: { requests: { cpu: '1', [GPU]: '8' } },
      }),
    ).toEqual({ cpu: 1000, memory: 4 * 2 ** 30, [GPU]: 2 });
  });

  it('takes a limit of the whole pod only where no container asks', () => {
    expect(
      requests({
        containers: [container('a', { cpu: '3' })],
        resources: { limits: { cpu: '8', memory: '2Gi' } },
      }),
    ).toEqual({ cpu: 3000, memory: 2 * 2 ** 30 });
  });

  it('adds the overhead', () => {
    expect(
      requests({
        containers: [container('a', { cpu: '1' })],
        overhead: { cpu: '250m', memory: '120Mi' },
      }),
    ).toEqual({ cpu: 1250, memory: 120 * 2 ** 20 });
  });

  describe('of a pod that is being resized in place', () => {
    const resized = {
      containers: [container('a', { cpu: '1', memory: '2Gi' })],
    };
    const status: PodStatus = {
      containerStatuses: [
        {
          name: 'a',
          allocatedResources: { cpu: '2', memory: '1Gi' },
          resources: { requests: { cpu: '3', memory: '1Gi' } },
        },
      ],
    };

    it('counts the largest of spec, allocated and actual', () => {
      expect(requests(resized, status)).toEqual({
        cpu: 3000,
        memory: 2 * 2 ** 30,
      });
    });

    it('leaves out the spec where the resize is infeasible', () => {
      expect(
        requests(resized, {
          ...status,
          conditions: [{ type: 'PodResizePending', reason: 'Infeasible' }],
        }),
      ).toEqual({ cpu: 3000, memory: 2 ** 30 });
    });

    it('keeps the spec where the resize is only deferred', () => {
      expect(
        requests(resized, {
          ...status,
          conditions: [{ type: 'PodResizePending', reason: 'Deferred' }],
        }),
      ).toEqual({ cpu: 3000, memory: 2 * 2 ** 30 });
    });
  });

  it('refuses what is no quantity', () => {
    expect(() =>
      requests({ containers: [container('a', { [GPU]: 'one' })] }),
    ).toThrow(RangeError);
  });
});
