import { flavorMismatch, type FlavorWishes } from './flavorMatch';
import { readResourceFlavor } from './resourceFlavor';
import { topologyRequestOf } from './topologyRequest';

const NO_WISHES: FlavorWishes = {
  nodeSelector: {},
  nodeAffinity: undefined,
  tolerations: [],
};
const CONTEXT = { topologies: [], topologyOnly: false };

const flavor = (spec: object) =>
  readResourceFlavor({ metadata: { name: 'h100' }, spec });

const LABELLED = flavor({ nodeLabels: { gpu: 'h100', slots: '8' } });
const TAINTED = flavor({
  nodeTaints: [
    { key: 'gpu', value: 'true', effect: 'NoSchedule' },
    { key: 'slow', effect: 'PreferNoSchedule' },
  ],
});

describe('flavorMismatch', () => {
  it.each([
    ['nothing', {}, true],
    ['the right label', { nodeSelector: { gpu: 'h100' } }, true],
    ['another value', { nodeSelector: { gpu: 'a100' } }, false],
    [
      'a label that the flavor does not name',
      { nodeSelector: { zone: 'b' } },
      true,
    ],
    [
      'one of several values',
      {
        nodeAffinity: [
          {
            matchExpressions: [
              { key: 'gpu', operator: 'In', values: ['h100', 'h200'] },
            ],
          },
        ],
      },
      true,
    ],
    [
      'none of some values',
      {
        nodeAffinity: [
          {
            matchExpressions: [
              { key: 'gpu', operator: 'NotIn', values: ['h100'] },
            ],
          },
        ],
      },
      false,
    ],
    [
      'one alternative that is about other labels',
      {
        nodeAffinity: [
          {
            matchExpressions: [
              { key: 'gpu', operator: 'In', values: ['a100'] },
            ],
          },
          {
            matchExpressions: [{ key: 'zone', operator: 'In', values: ['b'] }],
          },
        ],
      },
      true,
    ],
    [
      'more than a number',
      {
        nodeAffinity: [
          {
            matchExpressions: [{ key: 'slots', operator: 'Gt', values: ['7'] }],
          },
        ],
      },
      true,
    ],
    [
      'less than a number',
      {
        nodeAffinity: [
          {
            matchExpressions: [{ key: 'slots', operator: 'Lt', values: ['8'] }],
          },
        ],
      },
      false,
    ],
    [
      'that the label is missing',
      {
        nodeAffinity: [
          { matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }] },
        ],
      },
      false,
    ],
    [
      'something that no operator is',
      {
        nodeAffinity: [
          { matchExpressions: [{ key: 'gpu', operator: 'constructor' }] },
        ],
      },
      false,
    ],
  ])('decides by labels for a pod that wants %s', (_, wishes, suits) => {
    expect(
      flavorMismatch(LABELLED, { ...NO_WISHES, ...wishes }, CONTEXT) ===
        undefined,
    ).toBe(suits);
  });

  it.each([
    [{}, false],
    [{ tolerations: [{ key: 'gpu', operator: 'Exists' }] }, true],
    [{ tolerations: [{ operator: 'Exists' }] }, true],
    [{ tolerations: [{ key: 'gpu', value: 'true' }] }, true],
    [{ tolerations: [{ key: 'gpu', value: 'false' }] }, false],
    [
      {
        tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }],
      },
      false,
    ],
  ])('decides by taints for a pod with %j', (wishes, suits) => {
    expect(flavorMismatch(TAINTED, { ...NO_WISHES, ...wishes }, CONTEXT)).toBe(
      suits
        ? undefined
        : 'The flavor "h100" has the taint gpu=true:NoSchedule, which is not tolerated.',
    );
  });

  it('counts the tolerations that the flavor gives to its pods', () => {
    expect(
      flavorMismatch(
        { ...TAINTED, tolerations: [{ key: 'gpu', operator: 'Exists' }] },
        NO_WISHES,
        CONTEXT,
      ),
    ).toBeUndefined();
  });

  describe('with topologies', () => {
    const racks = flavor({ topologyName: 'racks' });
    const topologies = [{ name: 'racks', levels: ['block', 'rack'] }];
    const wants = (annotations: Record<string, string>) => ({
      ...NO_WISHES,
      topology: topologyRequestOf(annotations),
    });
    const required = (level: string) =>
      wants({ 'kueue.x-k8s.io/podset-required-topology': level });

    it.each([
      ['the level is there', racks, required('rack'), topologies, undefined],
      [
        'the level is not there',
        racks,
        required('row'),
        topologies,
        'The topology "racks" has no level "row".',
      ],
      [
        'the topology is not there',
        racks,
        required('rack'),
        [],
        'The topology "racks" does not exist.',
      ],
      [
        'topologies are not observed',
        racks,
        required('row'),
        undefined,
        undefined,
      ],
      [
        'the flavor has none',
        LABELLED,
        required('rack'),
        topologies,
        'The flavor "h100" has no topology.',
      ],
      [
        'the pod asks for none',
        racks,
        NO_WISHES,
        topologies,
        'The flavor "h100" is only for pods that ask for a topology.',
      ],
      [
        'the pod asks for any',
        racks,
        wants({ 'kueue.x-k8s.io/podset-unconstrained-topology': 'true' }),
        topologies,
        undefined,
      ],
    ])('says what is wrong where %s', (_, of, wishes, known, expected) => {
      expect(
        flavorMismatch(of, wishes, { topologies: known, topologyOnly: false }),
      ).toBe(expected);
    });

    it('lets a flavor without one count pods', () => {
      expect(
        flavorMismatch(LABELLED, required('rack'), {
          topologies,
          topologyOnly: false,
          quotaOnly: true,
        }),
      ).toBeUndefined();
    });

    it('takes every pod in a queue that has no other flavors', () => {
      expect(
        flavorMismatch(racks, NO_WISHES, { topologies, topologyOnly: true }),
      ).toBeUndefined();
    });
  });
});
