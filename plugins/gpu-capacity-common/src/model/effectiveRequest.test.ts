import { effectiveRequest } from './effectiveRequest';

const gpus = (count: number, extra: object = {}) => ({
  resources: { limits: { 'nvidia.com/gpu': count, cpu: '2' } },
  ...extra,
});
const sidecar = (count: number) => gpus(count, { restartPolicy: 'Always' });

// The cases of section F of the notes on Kubernetes' own PodRequests, worked out by hand.
describe('effectiveRequest', () => {
  it.each([
    ['init 4, main 1', [gpus(4)], [gpus(1)], 4],
    ['sidecar 1, then init 3, main 2', [sidecar(1), gpus(3)], [gpus(2)], 4],
    ['init 3 before sidecar 1, main 2', [gpus(3), sidecar(1)], [gpus(2)], 3],
    ['two containers of 2', [], [gpus(2), gpus(2)], 4],
    ['two sidecars of 1, main 0', [sidecar(1), sidecar(1)], [gpus(0)], 2],
  ])('%s', (_, initContainers, containers, expected) => {
    expect(effectiveRequest({ initContainers, containers })).toEqual({
      'nvidia.com/gpu': expected,
    });
  });

  it('takes the request where both are given, and leaves out what is no accelerator', () => {
    expect(
      effectiveRequest({
        initContainers: [],
        containers: [
          {
            resources: {
              requests: { 'amd.com/gpu': '2', memory: '64Gi' },
              limits: { 'amd.com/gpu': '2' },
            },
          },
          { resources: null },
        ],
      }),
    ).toEqual({ 'amd.com/gpu': 2 });
  });
});
