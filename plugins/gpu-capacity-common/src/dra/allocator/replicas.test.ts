import { AllocationState } from '../allocation';
import {
  allocatorOf,
  DISTINCT,
  marked,
  named,
  NO,
  NODE,
  one,
  outcome,
} from '../__fixtures__/cluster';
import {
  allocatedClaim,
  exactly,
  podClaim,
  slice,
} from '../__fixtures__/objects';

describe('DeviceAllocator for one pod after the other', () => {
  it('keeps an allocated claim to the nodes of its devices', () => {
    const allocator = allocatorOf({ slices: [], claims: [] });
    const nodeSelector = {
      nodeSelectorTerms: [
        {
          matchExpressions: [],
          matchFields: [
            { key: 'metadata.name', operator: 'In' as const, values: ['n'] },
          ],
        },
      ],
    };
    const claim = { ...one, allocation: { nodeSelector } };
    expect(allocator.allocate(NODE, [claim])).toEqual({
      ok: false,
      reason: 'resourceclaim not available on the node',
    });
    expect(allocator.allocate({ ...NODE, name: 'n' }, [claim]).ok).toBe(true);
  });

  it('places one pod after the other, and leaves the first allocator as it is', () => {
    const cluster = {
      slices: [slice('s', named('d1', 'd2', 'd3', 'd4', 'd5'))],
      claims: [podClaim('c', [exactly('r', { count: 2 })])],
    };
    const allocator = allocatorOf(cluster);
    const expected = { slots: 2, certain: true, reason: NO.reason };
    expect(allocator.slots(NODE, cluster.claims, 100)).toEqual(expected);
    expect(allocator.slots(NODE, cluster.claims, 100)).toEqual(expected);
    expect(allocator.slots(NODE, cluster.claims, 1)).toEqual({
      slots: 1,
      certain: true,
      reason: undefined,
    });
  });

  it('lets all replicas use a claim that they share, on the nodes that reach its device', () => {
    const allocator = allocatorOf({
      slices: [slice('s', named('d1'))],
      claims: [],
    });
    const claim = { ...one, shared: true };
    expect(allocator.slots(NODE, [claim], 7).slots).toBe(7);
    const first = allocator.allocate(NODE, [claim]);
    if (first.ok !== true) throw new Error(first.reason);
    const after = allocator.withAllocation(first.allocation);
    expect(after.allocate({ name: 'node-2', labels: {} }, [claim])).toEqual({
      ok: false,
      reason: 'resourceclaim not available on the node',
    });
  });

  it('keeps a shared claim to the node that its device binds to', () => {
    const slices = [
      slice('s', [{ name: 'd1', bindsToNode: true }], { allNodes: true }),
    ];
    const claim = { ...one, shared: true };
    const other = { name: 'node-2', labels: {} };
    const allocator = allocatorOf({ slices, claims: [] });
    expect(allocator.allocate(other, [claim]).ok).toBe(true);
    const first = allocator.allocate(NODE, [claim]);
    if (first.ok !== true) throw new Error(first.reason);
    const after = allocator.withAllocation(first.allocation);
    expect(after.allocate(NODE, [claim]).ok).toBe(true);
    expect(after.allocate(other, [claim]).ok).toBe(false);
  });

  it('takes nothing for monitoring', () => {
    const allocator = allocatorOf({
      slices: [slice('s', named('d1'))],
      claims: [],
    });
    const monitoring = podClaim('m', [exactly('r', { adminAccess: true })]);
    expect(allocator.slots(NODE, [monitoring], 5).slots).toBe(5);
    const first = allocator.allocate(NODE, [monitoring]);
    if (first.ok !== true) throw new Error(first.reason);
    const after = allocator.withAllocation(first.allocation);
    expect(after.slots(NODE, [one], 5).slots).toBe(1);
  });

  it('tries devices that must be prepared before binding last', () => {
    const slices = [
      slice('s', [{ name: 'd1', bindingConditions: ['attached'] }], {
        pool: 'a',
      }),
      slice('t', named('d2'), { pool: 'b' }),
    ];
    expect(outcome({ slices, claims: [one] })).toEqual(['c r b d2']);
  });

  it('keeps what it has evaluated for another state', () => {
    const slices = [slice('s', named('d1'))];
    const taken = allocatorOf({ slices, claims: [] }).withState(
      AllocationState.create([allocatedClaim('x', [{ device: 'd1' }])]),
    );
    expect(taken.allocate(NODE, [one])).toEqual(NO);
  });

  it('does not know after too many steps', () => {
    expect(
      outcome({
        slices: [
          slice(
            's',
            Array.from({ length: 20 }, (_, index) =>
              marked(`d${index}`, { int: index % 10 }),
            ),
          ),
        ],
        claims: [
          podClaim(
            'c',
            [exactly('x', { count: 10 }), exactly('y')],
            [DISTINCT],
          ),
        ],
        stepLimit: 500,
      }),
    ).toEqual({ ok: 'unknown', reason: 'no allocation found in 500 steps' });
  });
});
