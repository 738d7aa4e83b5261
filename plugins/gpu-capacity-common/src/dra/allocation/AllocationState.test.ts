import {
  allocatedClaim,
  consumes,
  counterSet,
  DRIVER,
  pod,
  slice,
} from '../__fixtures__/objects';
import { DeviceInventory } from '../inventory';
import { readResourceClaim } from '../resources';
import { AllocationState } from './AllocationState';
import { remainingCounters } from './remainingCounters';

const id = (device: string) => ({ driver: DRIVER, pool: 'pool-1', device });
const key = (device: string) => `${DRIVER}/pool-1/${device}`;

describe('AllocationState', () => {
  it('leaves out access for monitoring', () => {
    const state = AllocationState.create([
      allocatedClaim('watcher', [{ device: 'd1', adminAccess: true }]),
    ]);
    expect(state.isAllocated(key('d1'))).toBe(false);
    expect(state.holders(id('d1'))).toEqual([]);
    expect(state.leakedClaims).toEqual([]);
  });

  it('names all pods that share a claim', () => {
    const state = AllocationState.create([
      allocatedClaim('both', [{ device: 'd1' }], {
        reservedFor: [pod('a'), pod('b')],
      }),
    ]);
    expect(state.isExclusive(key('d1'))).toBe(true);
    expect(state.holders(id('d1'))).toMatchObject([
      { claim: 'both', consumers: [{ name: 'a' }, { name: 'b' }] },
    ]);
  });

  it('finds leaked and pending claims', () => {
    const leaked = allocatedClaim('leaked', [{ device: 'd1' }], {});
    const pending = readResourceClaim({
      metadata: { namespace: 'ml', name: 'pending' },
      spec: { devices: {} },
    });
    const state = AllocationState.create([leaked, pending]);
    expect(state.leakedClaims).toEqual([leaked]);
    expect(state.pendingClaims).toEqual([pending]);
  });

  it('adds up the shares of a device', () => {
    const share = (shareID: string, memory: string) =>
      allocatedClaim(shareID, [
        { device: 'd1', shareID, consumedCapacity: { memory } },
      ]);
    const state = AllocationState.create([
      share('a', '10Gi'),
      share('b', '6Gi'),
    ]);
    expect(state.isExclusive(key('d1'))).toBe(false);
    expect(state.isAllocated(key('d1'))).toBe(true);
    expect(state.consumedCapacity(key('d1'))).toEqual(
      new Map([['memory', 17_179_869_184_000]]),
    );
    const more = state.with([
      { id: id('d1'), consumedCapacity: new Map([['memory', 1000]]) },
      { id: id('d2'), consumedCapacity: undefined },
    ]);
    expect(more.consumedCapacity(key('d1'))?.get('memory')).toBe(
      17_179_869_185_000,
    );
    expect(more.isExclusive(key('d2'))).toBe(true);
    expect(state.isAllocated(key('d2'))).toBe(false);
  });

  it('keeps a device that is held as a whole from being shared', () => {
    const share = { device: 'd1', shareID: 's', consumedCapacity: {} };
    for (const results of [
      [{ device: 'd1' }, share],
      [share, { device: 'd1' }],
    ]) {
      const state = AllocationState.create([allocatedClaim('a', results)]);
      expect(state.isExclusive(key('d1'))).toBe(true);
    }
  });

  it('takes the counters of allocated devices off, below zero too', () => {
    const [pool] = DeviceInventory.create({
      slices: [
        slice(
          'a',
          [
            { name: 'd1', ...consumes('s', { memory: '4Gi' }) },
            { name: 'd2', ...consumes('s', { memory: '6Gi' }) },
            { name: 'd3', ...consumes('s', { memory: '2Gi' }) },
          ],
          { count: 2 },
        ),
        slice('b', [], {
          count: 2,
          sharedCounters: [counterSet('s', { memory: '9Gi', cores: '7' })],
        }),
      ],
    }).pools;
    const left = (...devices: string[]) =>
      remainingCounters(
        pool,
        AllocationState.create(
          devices.map(device => allocatedClaim(device, [{ device }])),
        ),
      ).get('s');
    expect(left('d1', 'd3')).toEqual(
      new Map([
        ['memory', 3_221_225_472_000],
        ['cores', 7000],
      ]),
    );
    expect(left('d1', 'd2')?.get('memory')).toBe(-1_073_741_824_000);
  });
});
