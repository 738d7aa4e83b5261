import type { DeviceHolder } from '../allocation';
import type { DeviceEntry, PhysicalDevice } from './deviceAccount';

/**
 * What one claim holds of a physical device.
 *
 * @public
 */
export interface HolderShare {
  readonly holder: DeviceHolder;
  /** Share of the physical device, from 0 to 1. */
  readonly share: number;
}

/**
 * Divides what is held of a physical device among the claims that hold it, so that the shares add up to all that is
 * held: by the memory of the forms that they hold, where all forms say it, and of one form by what they consume of its
 * scarcest capacity.
 *
 * @public
 */
export function holderShares({
  devices,
  heldFraction = 1,
}: Pick<PhysicalDevice, 'devices' | 'heldFraction'>): readonly HolderShare[] {
  const held = devices.filter(({ holders }) => holders.length > 0);
  const sayMemory = held.every(({ product }) => product.memoryBytes);
  const parts = held.flatMap(entry => {
    const size = sayMemory ? entry.product.memoryBytes ?? 1 : 1;
    const consumed = entry.holders.map(holder => consumedPart(holder, entry));
    const sum = sumOf(consumed);
    return entry.holders.map((holder, index) => ({
      holder,
      // Who holds a form has it to himself, unless others hold shares of it.
      weight: size * (sum > 0 ? consumed[index] / Math.max(1, sum) : 1),
    }));
  });
  const total = sumOf(parts.map(({ weight }) => weight));
  return parts.map(({ holder, weight }) => ({
    holder,
    share: (heldFraction * weight) / total,
  }));
}

function consumedPart(
  { shareId, consumedCapacity }: DeviceHolder,
  { device }: DeviceEntry,
): number {
  if (shareId === undefined) return 1;
  return Math.max(
    0,
    ...[...consumedCapacity].map(([name, amount]) => {
      const total = device.capacity.get(name)?.value ?? 0;
      return total > 0 ? amount / total : 0;
    }),
  );
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
