import fc from 'fast-check';
import {
  allocatedClaim,
  consumes,
  counterSet,
  deviceClass,
  DRIVER,
  podClaim,
  slice,
} from '../__fixtures__/objects';
import { AllocationState } from '../allocation';
import { DeviceInventory } from '../inventory';
import { DeviceAllocator } from './DeviceAllocator';

const NODE = { name: 'node-1', labels: {} };
const COUNTERS = 6;

interface DeviceCase {
  mark: number | undefined;
  tainted: boolean;
  counters: number;
  shareable: boolean;
  capacity: number;
  /** `undefined`: free; `whole`: allocated; a number: that much of its capacity is allocated. */
  held: 'whole' | number | undefined;
}

interface OptionCase {
  mark: number | undefined;
  /** `undefined`: all. */
  count: number | undefined;
  tolerates: boolean;
  admin: boolean;
  capacity: number | undefined;
}

interface ClaimCase {
  requests: OptionCase[][];
  constraint: 'matchAttribute' | 'distinctAttribute' | undefined;
}

interface Case {
  devices: DeviceCase[];
  claims: ClaimCase[];
}

const caseArbitrary: fc.Arbitrary<Case> = fc.record({
  devices: fc.array(
    fc.record({
      mark: fc.option(fc.nat(2), { nil: undefined, freq: 5 }),
      tainted: fc.nat(5).map(n => n === 0),
      counters: fc.constantFrom(0, 0, 1, 2, 4),
      shareable: fc.nat(2).map(n => n === 0),
      capacity: fc.integer({ min: 1, max: 3 }),
      held: fc.constantFrom<DeviceCase['held'][]>(
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'whole',
        1,
      ),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  claims: fc.array(
    fc
      .record({
        requests: fc.array(
          fc.array(
            fc.record({
              mark: fc.constantFrom(undefined, undefined, undefined, 0, 1, 2),
              count: fc.constantFrom(1, 1, 1, 1, 2, 3, undefined),
              tolerates: fc.boolean(),
              admin: fc.nat(6).map(n => n === 0),
              capacity: fc.option(fc.integer({ min: 1, max: 2 }), {
                nil: undefined,
              }),
            }),
            { minLength: 1, maxLength: 2 },
          ),
          { minLength: 1, maxLength: 2 },
        ),
        constraint: fc.constantFrom<ClaimCase['constraint'][]>(
          undefined,
          undefined,
          'matchAttribute',
          'distinctAttribute',
        ),
      })
      .map(claim =>
        asksForAll(claim) ? { ...claim, constraint: undefined } : claim,
      ),
    { minLength: 1, maxLength: 2 },
  ),
});

/** A constraint that keeps a claim from having "all" is an error upstream, whatever else would fit. */
function asksForAll({ requests }: ClaimCase): boolean {
  return requests.flat().some(({ count }) => count === undefined);
}

/** One device that a request gets, in the order of claims and requests. */
interface Grant {
  claim: number;
  option: OptionCase;
  device: number;
}

/** Tries every choice of alternatives and devices, and checks each as a whole. */
function bruteForce({ devices, claims }: Case): boolean {
  const requests = claims.flatMap(({ requests: ofClaim }, claim) =>
    ofClaim.map(options => ({
      claim,
      // Only alternatives cannot ask for admin access.
      options:
        options.length > 1
          ? options.map(option => ({ ...option, admin: false }))
          : options,
    })),
  );
  const granted = (at: number, grants: Grant[]): boolean => {
    if (at === requests.length) return isValid(grants, devices, claims);
    const { claim, options } = requests[at];
    return options.some(option =>
      choices(option, devices).some(chosen =>
        granted(at + 1, [
          ...grants,
          ...chosen.map(device => ({ claim, option, device })),
        ]),
      ),
    );
  };
  return granted(0, []);
}

function choices(option: OptionCase, devices: DeviceCase[]): number[][] {
  const selected = devices.flatMap((device, index) =>
    option.mark === undefined || option.mark === device.mark ? [index] : [],
  );
  if (option.count !== undefined) return subsets(selected, option.count);
  const enough = selected.filter(
    index => needOf(option, devices[index]) <= leftOf(devices[index]),
  );
  return enough.length > 0 ? [enough] : [];
}

function subsets(items: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    subsets(items.slice(at + 1), size - 1).map(rest => [item, ...rest]),
  );
}

function needOf(option: OptionCase, device: DeviceCase): number {
  return option.capacity ?? device.capacity;
}

function leftOf({ capacity, shareable, held }: DeviceCase): number {
  return capacity - (shareable && typeof held === 'number' ? held : 0);
}

function isWhole({ held, shareable }: DeviceCase): boolean {
  return held === 'whole' || (held !== undefined && !shareable);
}

function isValid(
  grants: Grant[],
  devices: DeviceCase[],
  claims: ClaimCase[],
): boolean {
  return (
    grants.every((grant, at) => isOpen(grant, grants.slice(0, at), devices)) &&
    devices.every((device, index) => capacityHolds(device, index, grants)) &&
    countersHold(grants, devices) &&
    claims.every(({ constraint }, claim) =>
      constraintHolds(
        constraint,
        grants
          .filter(grant => grant.claim === claim)
          .map(({ device }) => devices[device].mark),
      ),
    )
  );
}

function isOpen(
  { claim, option, device: index }: Grant,
  earlier: Grant[],
  devices: DeviceCase[],
): boolean {
  const device = devices[index];
  if (device.tainted && !option.tolerates) return false;
  const takers = device.shareable
    ? []
    : earlier.filter(grant => grant.device === index);
  return option.admin
    ? takers.every(taker => taker.claim !== claim)
    : takers.length === 0 && !isWhole(device);
}

function capacityHolds(
  device: DeviceCase,
  index: number,
  grants: Grant[],
): boolean {
  const needs = grants
    .filter(grant => grant.device === index)
    .map(({ option }) => needOf(option, device));
  return device.shareable
    ? needs.length === 0 || total(needs) <= leftOf(device)
    : needs.every(need => need <= device.capacity);
}

/** A device that is shared consumes its counters once, with its first share. */
function countersHold(grants: Grant[], devices: DeviceCase[]): boolean {
  const held = total(
    devices.map(device => (device.held === undefined ? 0 : device.counters)),
  );
  const taken = total(
    devices.map((device, index) => {
      const times = grants.filter(grant => grant.device === index).length;
      if (!device.shareable) return times * device.counters;
      const counted = times > 0 && typeof device.held !== 'number';
      return counted ? device.counters : 0;
    }),
  );
  const consumed = grants.some(({ device }) => {
    const { shareable, held: heldBefore, counters } = devices[device];
    return counters > 0 && !(shareable && typeof heldBefore === 'number');
  });
  return !consumed || held + taken <= COUNTERS;
}

function constraintHolds(
  constraint: ClaimCase['constraint'],
  marks: (number | undefined)[],
): boolean {
  if (!constraint) return true;
  if (marks.includes(undefined)) return false;
  const different = new Set(marks).size;
  return constraint === 'matchAttribute'
    ? different <= 1
    : different === marks.length;
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function fitOf({ devices, claims }: Case) {
  const sliceOfDevices = slice(
    's',
    devices.map((device, index) => ({
      name: `d${index}`,
      attributes:
        device.mark === undefined ? {} : { mark: { int: device.mark } },
      taints: device.tainted ? [{ key: 'bad', effect: 'NoSchedule' }] : [],
      allowMultipleAllocations: device.shareable,
      capacity: { memory: { value: device.capacity } },
      ...(device.counters > 0
        ? consumes('set', { parts: String(device.counters) })
        : {}),
    })),
    { count: 2 },
  );
  const counters = slice('t', [], {
    count: 2,
    sharedCounters: [counterSet('set', { parts: String(COUNTERS) })],
  });
  const held = devices.flatMap(({ held: amount, shareable }, index) =>
    amount === undefined
      ? []
      : [
          allocatedClaim(`held-${index}`, [
            shareable && typeof amount === 'number'
              ? {
                  device: `d${index}`,
                  shareID: 'share',
                  consumedCapacity: { memory: amount },
                }
              : { device: `d${index}` },
          ]),
        ],
  );
  return DeviceAllocator.create({
    inventory: DeviceInventory.create({ slices: [sliceOfDevices, counters] }),
    state: AllocationState.create(held),
    classes: [deviceClass('class-a')],
  }).allocate(
    NODE,
    claims.map(({ requests, constraint }, index) =>
      podClaim(
        `c${index}`,
        requests.map((options, at) => requestOf(`r${at}`, options)),
        constraint ? [{ [constraint]: `${DRIVER}/mark` }] : [],
      ),
    ),
  );
}

function requestOf(name: string, options: OptionCase[]) {
  const fields = options.map(option => ({
    deviceClassName: 'class-a',
    allocationMode: option.count === undefined ? 'All' : 'ExactCount',
    count: option.count,
    adminAccess: option.admin,
    tolerations: option.tolerates ? [{ operator: 'Exists' }] : [],
    capacity:
      option.capacity === undefined
        ? undefined
        : { requests: { memory: option.capacity } },
    selectors:
      option.mark === undefined
        ? []
        : [
            {
              cel: {
                expression: `"mark" in device.attributes["${DRIVER}"] && device.attributes["${DRIVER}"].mark == ${option.mark}`,
              },
            },
          ],
  }));
  return fields.length === 1
    ? { name, exactly: fields[0] }
    : {
        name,
        firstAvailable: fields.map((field, at) => ({
          ...field,
          name: `o${at}`,
        })),
      };
}

describe('DeviceAllocator beside brute force', () => {
  it('agrees on 6,000 random small inventories', () => {
    let feasible = 0;
    fc.assert(
      fc.property(caseArbitrary, sample => {
        const expected = bruteForce(sample);
        feasible += expected ? 1 : 0;
        expect(fitOf(sample).ok).toBe(expected);
      }),
      { seed: 20261121, numRuns: 6000 },
    );
    // Both answers must be common, or agreement says little.
    expect(feasible).toBeGreaterThan(1200);
    expect(feasible).toBeLessThan(4800);
  });
});
