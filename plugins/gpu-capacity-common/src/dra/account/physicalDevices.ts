import type { PoolDevice } from '../inventory';
import { textAttribute } from '../inventory/deviceProduct';
import { poolKey } from '../inventory/deviceId';

/** Attributes with the address on the PCI bus, which the forms of one card have in common. */
const PCI_ADDRESS_ATTRIBUTES = [
  'resource.kubernetes.io/pciBusID',
  'pcieBusID',
  'pciBusID',
  'pciAddress',
  'pciAddr',
];

/**
 * Groups devices by the physical device behind them: a card, its partitions and the form in which it goes to a virtual
 * machine share counter sets, the address on the bus, or name the same parent.
 */
export function physicalDevices(
  devices: readonly PoolDevice[],
): readonly (readonly PoolDevice[])[] {
  const parents = new Set(
    devices.map(device => textAttribute(device, 'parentUUID')),
  );
  const marks = devices.map(device => marksOf(device, parents));
  const roots = new Map<string, string>();
  const rootOf = (mark: string): string => {
    const root = roots.get(mark);
    return root === undefined ? mark : rootOf(root);
  };
  for (const [first, ...others] of marks) {
    for (const other of others) {
      const [root, otherRoot] = [rootOf(first), rootOf(other)];
      if (root !== otherRoot) roots.set(root, otherRoot);
    }
  }
  const groups = new Map<string, PoolDevice[]>();
  devices.forEach((device, index) => {
    const root = rootOf(marks[index][0]);
    const group = groups.get(root);
    if (group) group.push(device);
    else groups.set(root, [device]);
  });
  return [...groups.values()];
}

/** What a device has in common with the other forms of the same physical device; at least a mark of its own. */
function marksOf(
  device: PoolDevice,
  parents: ReadonlySet<string | undefined>,
): readonly string[] {
  const pool = poolKey(device.id);
  const address = PCI_ADDRESS_ATTRIBUTES.map(name =>
    textAttribute(device, name),
  ).find(Boolean);
  const uuid = textAttribute(device, 'uuid');
  const parent =
    textAttribute(device, 'parentUUID') ??
    (parents.has(uuid) ? uuid : undefined);
  return [
    `device ${device.key}`,
    ...device.consumesCounters.map(
      ({ counterSet }) => `counters ${pool} ${counterSet}`,
    ),
    ...(address ? [`address ${pool} ${address}`] : []),
    ...(parent ? [`parent ${pool} ${parent}`] : []),
  ];
}
