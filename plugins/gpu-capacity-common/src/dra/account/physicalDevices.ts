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
  const groups = new Map<string, PoolDevice[]>();
  for (const device of devices) {
    const marks = marksOf(device, parents);
    const group = [device];
    for (const mark of marks) {
      const other = groups.get(mark) ?? [];
      if (other !== group) group.unshift(...other.filter(d => d !== device));
    }
    const merged = [...new Set(group)];
    for (const mark of new Set(
      merged.flatMap(member => marksOf(member, parents)),
    )) {
      groups.set(mark, merged);
    }
  }
  return [...new Set(groups.values())];
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
