import { celMap, type CelInput } from '@bufbuild/cel';
import type { PoolDevice } from '../inventory';
import type { DeviceAttribute } from '../resources';
import { quantityValue, semverValue } from './deviceTypes';
import { canonicalVersion } from './semverFunctions';

/** The fields of the variable `device`. */
export const DEVICE_FIELDS = [
  'driver',
  'allowMultipleAllocations',
  'attributes',
  'capacity',
] as const;

type Values = Map<string, CelInput>;

/** A domain that a device has nothing of reads as empty, so that only a missing name is an error. */
class Domains extends Map<string, CelInput> {
  get(domain: string): CelInput | undefined {
    return super.get(domain) ?? celMap(new Map());
  }
}

/**
 * The variable `device` of the selectors of Dynamic Resource Allocation.
 *
 * @throws `RangeError` where an attribute has a value that CEL cannot have, which fails each selector upstream too
 *
 * @see kubernetes/dynamic-resource-allocation cel/compile.go, `DeviceMatches`
 */
export function deviceVariable(device: PoolDevice): Values {
  const { driver } = device.id;
  return new Map<string, CelInput>([
    ['driver', driver],
    ['allowMultipleAllocations', device.allowMultipleAllocations],
    ['attributes', byDomain(device.attributes, driver, attributeValue)],
    [
      'capacity',
      byDomain(device.capacity, driver, ({ value }) => quantityValue(value)),
    ],
  ]);
}

function byDomain<Value>(
  values: ReadonlyMap<string, Value>,
  driver: string,
  valueOf: (value: Value) => CelInput,
): Domains {
  const domains = new Map<string, Values>();
  for (const [name, value] of values) {
    const slash = name.indexOf('/');
    const domain = slash < 0 ? driver : name.slice(0, slash);
    const known = domains.get(domain) ?? new Map<string, CelInput>();
    known.set(name.slice(slash + 1), valueOf(value));
    domains.set(domain, known);
  }
  return new Domains(domains);
}

function attributeValue(attribute: DeviceAttribute): CelInput {
  const values = celValues(attribute);
  return attribute.list ? values : values[0];
}

function celValues(attribute: DeviceAttribute): CelInput[] {
  switch (attribute.kind) {
    case 'int':
      return attribute.values.map(BigInt);
    case 'version':
      return attribute.values.map(text => semverValue(canonicalVersion(text)));
    case 'unsupported':
      throw new RangeError('unsupported attribute value');
    default:
      return [...attribute.values];
  }
}
