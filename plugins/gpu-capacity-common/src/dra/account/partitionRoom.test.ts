import fc from 'fast-check';
import { consumes, counterSet, slice } from '../__fixtures__/objects';
import { AllocationState } from '../allocation';
import { DeviceInventory } from '../inventory';
import { partitionRoom } from './partitionRoom';

const NODE = { name: 'node-1', labels: {} };

const partitions = fc.array(
  fc.record({ cores: fc.nat(3), memory: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 1, maxLength: 8 },
);

type Partition = { cores: number; memory: number };

/** The largest subset that fits, by trying all. */
function largest(devices: Partition[], cores: number, memory: number): number {
  let most = 0;
  for (let subset = 0; subset < 2 ** devices.length; subset += 1) {
    const chosen = devices.filter(
      (_, index) => Math.floor(subset / 2 ** index) % 2 === 1,
    );
    const total = (part: (device: Partition) => number) =>
      chosen.reduce((sum, device) => sum + part(device), 0);
    if (total(d => d.cores) <= cores && total(d => d.memory) <= memory) {
      most = Math.max(most, chosen.length);
    }
  }
  return most;
}

describe('partitionRoom beside brute force', () => {
  it('agrees on 1,000 random sets of partitions', () => {
    fc.assert(
      fc.property(
        partitions,
        fc.nat(8),
        fc.nat(12),
        (devices, cores, memory) => {
          const slices = [
            slice(
              's',
              devices.map((device, index) => ({
                name: `d${index}`,
                ...consumes('set', {
                  cores: String(device.cores),
                  memory: String(device.memory),
                }),
              })),
              { count: 2 },
            ),
            slice('t', [], {
              count: 2,
              sharedCounters: [
                counterSet('set', {
                  cores: String(cores),
                  memory: String(memory),
                }),
              ],
            }),
          ];
          expect(
            partitionRoom(
              DeviceInventory.create({ slices }),
              AllocationState.create([]),
              NODE,
            ),
          ).toMatchObject([
            { most: largest(devices, cores, memory), exact: true },
          ]);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});
