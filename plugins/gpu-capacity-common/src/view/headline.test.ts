import type { GroupView, PodView, PoolCapacity } from './gpuCapacity';
import { poolHeadline, workloadHeadline } from './headline';

const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;

function group(overrides: Partial<GroupView> = {}): GroupView {
  return {
    product: 'H100',
    resource: 'nvidia.com/gpu',
    kind: 'device',
    nodes: 4,
    capacity: 32,
    allocatable: 32,
    held: 20,
    free: 12,
    blocked: 0,
    lost: 0,
    unknown: 0,
    largestFree: 5,
    ...overrides,
  };
}

function headline(
  groups: GroupView[],
  nodes: PoolCapacity['nodes']['freshness'] = live,
  pods: PoolCapacity['pods']['freshness'] = live,
) {
  return poolHeadline({
    groups,
    nodes: { freshness: nodes, malformed: [], items: [] },
    pods: { freshness: pods, malformed: [], waiting: 0, gated: 0, wasting: 0 },
  });
}

describe('poolHeadline', () => {
  it.each([
    [
      [group()],
      '20 of 32 H100 are held; 12 are free, at most 5 of them on one node.',
    ],
    [[group({ free: 0, held: 32 })], '32 of 32 H100 are held; none is free.'],
    [
      [group(), group({ product: 'L4', capacity: 4, held: 1, free: 3 })],
      '20 of 32 H100 are held; 12 are free, at most 5 of them on one node. 1 other kind below.',
    ],
    [[], 'No node of this pool has accelerators.'],
  ])('%#', (groups, sentence) => {
    expect(headline(groups)).toBe(sentence);
  });

  it('does not take unobserved pods for none', () => {
    expect(
      headline([group()], live, { status: 'unobserved', reason: 'forbidden' }),
    ).toBe('32 H100; how many are held is unknown: the pods are not observed.');
  });

  it('does not take unobserved nodes for none', () => {
    expect(headline([], { status: 'unobserved', reason: 'forbidden' })).toMatch(
      /cannot be said/,
    );
  });
});

describe('workloadHeadline', () => {
  const pod = (overrides: Partial<PodView> = {}): PodView => ({
    cluster: 'gpu-west',
    namespace: 'vision',
    name: 'a',
    holding: 'held',
    product: 'L4',
    accelerators: { 'nvidia.com/gpu': 1 },
    ...overrides,
  });

  it('sums what is held, also what is being released', () => {
    expect(
      workloadHeadline([
        pod(),
        pod({ holding: 'releasing' }),
        pod({ holding: 'gated' }),
      ]),
    ).toBe('Its pods hold 2 × L4 (nvidia.com/gpu). 1 pod waits for more.');
  });

  it('says so when nothing is held', () => {
    expect(workloadHeadline([])).toBe('Its pods hold no accelerators.');
  });
});
