import { readPodShape } from './podShape';

const spec = (more: object = {}) => ({
  containers: [{ resources: { limits: { 'nvidia.com/gpu': '4' } } }],
  ...more,
});

describe('readPodShape', () => {
  it('reads a template as the cluster would admit it', () => {
    expect(readPodShape(spec())).toEqual({
      requests: { 'nvidia.com/gpu': 4 },
      priority: 0,
      nodeName: undefined,
      nodeSelector: {},
      nodeAffinity: undefined,
      // Given to every pod by admission, so that a node that is not ready yet keeps its pods for a while.
      tolerations: [
        {
          key: 'node.kubernetes.io/not-ready',
          operator: 'Exists',
          effect: 'NoExecute',
        },
        {
          key: 'node.kubernetes.io/unreachable',
          operator: 'Exists',
          effect: 'NoExecute',
        },
      ],
      hostPorts: [],
      claims: [],
      unevaluated: [],
    });
  });

  it('brings selector, tolerations and overhead of the runtime class', () => {
    const shape = readPodShape(spec({ runtimeClassName: 'nvidia' }), {
      runtimeClasses: new Map([
        [
          'nvidia',
          {
            name: 'nvidia',
            overhead: { memory: '1Gi' },
            nodeSelector: { runtime: 'nvidia' },
            tolerations: [{ key: 'runtime', operator: 'Exists' }],
          },
        ],
      ]),
      priorities: new Map([['batch', -10]]),
      defaultPriority: 5,
    });
    expect(shape.requests).toEqual({
      'nvidia.com/gpu': 4,
      memory: 2 ** 30,
    });
    expect(shape.nodeSelector).toEqual({ runtime: 'nvidia' });
    expect(shape.tolerations).toContainEqual({
      key: 'runtime',
      operator: 'Exists',
    });
    expect(shape.priority).toBe(5);
  });

  it.each([
    ['runtime-class', { runtimeClassName: 'kata' }],
    ['priority-class', { priorityClassName: 'unheard-of' }],
    ['other-scheduler', { schedulerName: 'volcano' }],
    ['volumes', { volumes: [{ persistentVolumeClaim: { claimName: 'x' } }] }],
    [
      'pod-anti-affinity',
      {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [{}],
          },
        },
      },
    ],
    [
      'topology-spread',
      { topologySpreadConstraints: [{ whenUnsatisfiable: 'DoNotSchedule' }] },
    ],
  ])('names %s as a rule that is not evaluated', (rule, more) => {
    expect(readPodShape(spec(more)).unevaluated).toEqual([rule]);
  });

  it('does not name what only prefers', () => {
    expect(
      readPodShape(
        spec({
          affinity: {
            podAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [{}],
            },
          },
          topologySpreadConstraints: [{ whenUnsatisfiable: 'ScheduleAnyway' }],
          volumes: [{ emptyDir: {} }],
        }),
      ).unevaluated,
    ).toEqual([]);
  });

  it('takes the ports of the containers where the pod is on the network of the node', () => {
    expect(
      readPodShape({
        hostNetwork: true,
        containers: [{ ports: [{ containerPort: 8080 }] }],
        initContainers: [{ ports: [{ containerPort: 9090 }] }],
      }).hostPorts,
    ).toEqual([{ port: 8080, protocol: 'TCP', ip: '0.0.0.0' }]);
  });
});
