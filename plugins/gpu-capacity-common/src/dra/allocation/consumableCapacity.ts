import {
  AMOUNTS_PER_UNIT,
  type CapacityRequestPolicy,
  type DeviceAmounts,
  type DeviceCapacity,
} from '../resources';

type ValidRange = NonNullable<CapacityRequestPolicy['validRange']>;

/**
 * What a request consumes of the capacities of a device, in thousandths of a unit: the requested amount rounded up as
 * the request policy of the capacity says, its default where the capacity is not requested, else all of it.
 *
 * @returns `undefined` where the device cannot serve the request: a capacity that it lacks, or an amount that the
 * policy does not allow
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/consumable_capacity.go
 *
 * @public
 */
export function consumptionOf(
  requested: DeviceAmounts,
  capacity: ReadonlyMap<string, DeviceCapacity>,
): DeviceAmounts | undefined {
  if ([...requested.keys()].some(name => !capacity.has(name))) return undefined;
  const consumption = new Map<string, number>();
  for (const [name, { value, requestPolicy }] of capacity) {
    const amount = roundedUp(requested.get(name), value, requestPolicy);
    if (violates(amount, requestPolicy)) return undefined;
    consumption.set(name, amount);
  }
  return consumption;
}

/** Whether the device still has what is to be consumed. */
export function capacityFits(
  consumption: DeviceAmounts,
  consumed: DeviceAmounts | undefined,
  capacity: ReadonlyMap<string, DeviceCapacity>,
): boolean {
  return [...consumption].every(
    ([name, amount]) =>
      amount + (consumed?.get(name) ?? 0) <= (capacity.get(name)?.value ?? 0),
  );
}

function roundedUp(
  requested: number | undefined,
  value: number,
  policy: CapacityRequestPolicy | undefined,
): number {
  if (requested === undefined) return policy?.default ?? value;
  const range = policy?.validRange;
  if (range?.min !== undefined) return roundedUpInRange(requested, range);
  return policy?.validValues.find(valid => requested <= valid) ?? requested;
}

/** Steps count from the minimum, in whole units. */
function roundedUpInRange(
  requested: number,
  { min = 0, step }: ValidRange,
): number {
  if (requested < min) return min;
  if (!step) return requested;
  const [base, width] = [wholeUnits(min), wholeUnits(step)];
  const steps = Math.ceil((wholeUnits(requested) - base) / width);
  return (base + steps * width) * AMOUNTS_PER_UNIT;
}

function violates(
  amount: number,
  policy: CapacityRequestPolicy | undefined,
): boolean {
  if (!policy || amount === policy.default) return false;
  if (policy.validRange) return violatesRange(amount, policy.validRange);
  return policy.validValues.length > 0 && !policy.validValues.includes(amount);
}

function violatesRange(
  amount: number,
  { min = 0, max, step }: ValidRange,
): boolean {
  if (max !== undefined && amount > max) return true;
  if (!step) return false;
  return (wholeUnits(amount) - wholeUnits(min)) % wholeUnits(step) !== 0;
}

function wholeUnits(amount: number): number {
  return Math.ceil(amount / AMOUNTS_PER_UNIT);
}
