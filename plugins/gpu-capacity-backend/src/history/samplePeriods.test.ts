import { shapeOfRequests } from '@fairway/plugin-gpu-capacity-common';
import {
  GPU,
  clusterNode,
  clusterPod,
  clusterView,
} from '../__testUtils__/clusterView';
import { clusterMoment } from './ClusterMoment';
import { samplePeriods } from './samplePeriods';

const AT = Date.parse('2026-11-21T12:03:20Z');
const FIVE_MINUTES = 300_000;

const whole = { cluster: 'west', nodeSelector: [] };

type View = Parameters<typeof clusterView>[0];

const sample = (
  view: View,
  more: Partial<Parameters<typeof samplePeriods>[0]> = {},
) =>
  samplePeriods({
    cluster: clusterMoment(clusterView(view)),
    pool: whole,
    measured: [],
    at: AT,
    ...more,
  });

const spread = (value: number) => ({
  min: value,
  max: value,
  sum: value * FIVE_MINUTES,
  observedMs: FIVE_MINUTES,
});

describe('samplePeriods', () => {
  it('says what the units of a product do for five minutes', async () => {
    // 5 held and 1 that is being started on a, 2 + 8 free; one pod waits for 4.
    const [period, ...others] = await sample({
      nodes: [clusterNode('a'), clusterNode('b')],
      pods: [
        clusterPod('p', 'a', 5),
        clusterPod('q', 'a', 1, { holding: 'starting' }),
        clusterPod('r', undefined, 4),
        clusterPod('s', undefined, 8, { holding: 'gated' }),
      ],
    });
    expect(others).toEqual([]);
    expect(period).toMatchObject({
      cluster: 'west',
      product: 'H100',
      resource: GPU,
      kind: 'device',
      start: Date.parse('2026-11-21T12:00:00Z'),
      figures: {
        observedMs: FIVE_MINUTES,
        units: {
          unmeasured: 5 * FIVE_MINUTES,
          reserved: FIVE_MINUTES,
          usable: 10 * FIVE_MINUTES,
        },
        devices: { unmeasured: 5 * FIVE_MINUTES },
        requested: spread(10),
        slots: {
          1: spread(10),
          2: spread(5),
          4: spread(2),
          8: spread(1),
        },
      },
    });
    expect(period.figures).not.toHaveProperty('utilisation');
  });

  it('keeps how busy the measured ones are as a distribution', async () => {
    const pod = clusterPod('p', 'a', 4);
    const elsewhere = clusterPod('q', 'b', 1);
    const [period] = await sample(
      {
        nodes: [
          clusterNode('a'),
          clusterNode('b', { product: 'L4', labels: {} }),
        ],
        pods: [pod, elsewhere],
      },
      {
        measured: [
          { pod, resource: GPU, busyShares: [0, 0.049, 1] },
          { pod: elsewhere, resource: GPU, busyShares: [0.5] },
        ],
      },
    );
    // Two below a twentieth, one in the last, of four that are held.
    expect(period.figures.utilisation).toEqual({
      histogram: [
        2 * FIVE_MINUTES,
        ...Array.from({ length: 18 }, () => 0),
        FIVE_MINUTES,
      ],
      heldMs: 4 * FIVE_MINUTES,
    });
  });

  it('counts a waiting pod where it can only mean one product', async () => {
    const waiting = (nodeSelector: Record<string, string>, name: string) =>
      clusterPod(name, undefined, 2, {
        shape: shapeOfRequests({ [GPU]: 2 }, { nodeSelector }),
      });
    const periods = await sample({
      nodes: [
        clusterNode('a'),
        clusterNode('b', { product: 'L4', labels: { pool: 'l4' } }),
      ],
      pods: [waiting({ pool: 'l4' }, 'p'), waiting({}, 'q')],
    });
    expect(
      periods.map(({ product, figures }) => [product, figures.requested?.max]),
    ).toEqual([
      ['H100', 0],
      ['L4', 2],
    ]);
  });

  it('is about the nodes that the selector names', async () => {
    const nodes = [
      clusterNode('a'),
      clusterNode('b', { labels: { pool: 'other' } }),
    ];
    const pool = {
      cluster: 'west',
      nodeSelector: [
        { operator: 'in', key: 'pool', values: ['other'] } as const,
      ],
    };
    const [all] = await sample({ nodes });
    const [part] = await sample({ nodes }, { pool });
    expect(all.figures.units.usable).toBe(16 * FIVE_MINUTES);
    expect(part.figures.units.usable).toBe(8 * FIVE_MINUTES);
    expect(part.pool).not.toBe(all.pool);
  });

  it('counts what no partition reaches as stranded devices', async () => {
    const resource = 'nvidia.com/mig-1g.10gb';
    const amounts = { cpu: 1000, memory: 1, pods: 9, [resource]: 7 };
    // Seven sevenths are one device; the label says that there are two.
    const [period] = await sample({
      nodes: [
        clusterNode('a', {
          capacity: amounts,
          allocatable: amounts,
          physicalDevices: 2,
        }),
      ],
    });
    const { devices } = period.figures;
    expect(devices?.usable).toBeCloseTo(FIVE_MINUTES, 3);
    expect(devices?.stranded).toBeCloseTo(FIVE_MINUTES, 3);
  });

  it.each([
    ['stale', { status: 'stale', since: undefined, error: 'gone' }],
    ['loading', { status: 'loading' }],
    ['forbidden', { status: 'forbidden', message: 'no' }],
  ] as const)('says nothing of %s nodes', async (_, nodesState) => {
    expect(await sample({ nodes: [clusterNode('a')], nodesState })).toEqual([]);
  });

  it('waits for pods that are being read for the first time', async () => {
    expect(
      await sample({
        nodes: [clusterNode('a')],
        podsState: { status: 'loading' },
      }),
    ).toEqual([]);
  });

  it.each([
    ['stale', { status: 'stale', since: undefined, error: 'gone' }],
    ['forbidden', { status: 'forbidden', message: 'no' }],
  ] as const)(
    'says what there is and not who has it where pods are %s',
    async (_, podsState) => {
      const amounts = { cpu: 64_000, memory: 2 ** 39, pods: 110, [GPU]: 7 };
      const [period] = await sample({
        nodes: [clusterNode('a', { allocatable: amounts })],
        pods: [clusterPod('p', 'a', 5)],
        podsState,
      });
      expect(period.figures).toEqual({
        observedMs: FIVE_MINUTES,
        units: { lost: FIVE_MINUTES, unknown: 7 * FIVE_MINUTES },
        devices: { lost: FIVE_MINUTES, unknown: 7 * FIVE_MINUTES },
        slots: {},
      });
    },
  );
});
