import type { AcceleratorRegistry } from './AcceleratorRegistry';
import { computeSlicesOf } from './product';

const MIG_PROFILE = /^nvidia\.com\/mig-(\d+)g\./;

/**
 * Share of a physical device that one unit of a resource is, between 0 and 1: by the physical devices that labels count
 * where units share them, by compute slices for MIG partitions.
 *
 * @returns `undefined` where nothing says it
 *
 * @public
 */
export function devicesPerUnit(
  resource: string,
  node: {
    readonly product: string | undefined;
    readonly physicalDevices: number | undefined;
    readonly capacity: Readonly<Record<string, number>>;
  },
  registry: AcceleratorRegistry,
): number | undefined {
  const rule = registry.ruleFor(resource);
  const units = node.capacity[resource] ?? 0;
  const byLabel =
    node.physicalDevices !== undefined && units > 0
      ? node.physicalDevices / units
      : undefined;
  switch (rule?.kind) {
    case 'device':
      // Time-slicing without a new name and split devices of one kind multiply the units of whole devices.
      return byLabel !== undefined && byLabel < 1 ? byLabel : 1;
    case 'shared':
      return byLabel;
    case 'fraction':
      return rule.unitsPerDevice && 1 / rule.unitsPerDevice;
    case 'partition': {
      const slices = Number(MIG_PROFILE.exec(resource)?.[1]);
      return slices ? slices / computeSlicesOf(node.product) : byLabel;
    }
    default:
      return undefined;
  }
}
