import { AMOUNTS_PER_UNIT, type DeviceAttribute } from '../resources';
import type { PoolDevice } from './devicePool';

/**
 * What a device is: a `whole` accelerator, a `partition` of one (such as a MIG device), a card that is handed to a
 * virtual machine (`passthrough`), `other` for what drivers publish besides accelerators, `unclassified` for devices of
 * drivers that are not known here.
 *
 * @public
 */
export type DeviceKind =
  | 'whole'
  | 'partition'
  | 'passthrough'
  | 'other'
  | 'unclassified';

/**
 * What people call a device.
 *
 * @public
 */
export interface DeviceProduct {
  readonly kind: DeviceKind;
  /** `undefined` where the driver does not say. */
  readonly product: string | undefined;
  /** Partition profile, such as `1g.5gb` or `cpx_nps4`; `undefined` for whole devices. */
  readonly profile: string | undefined;
  readonly memoryBytes: number | undefined;
}

interface DriverRule {
  /** Attributes that name the product, the best first. */
  readonly product: readonly string[];
  /** Kind by the attribute `type`; `''` where there is none. */
  readonly kinds: Readonly<Record<string, DeviceKind>>;
}

/** Sources: deviceinfo.go of the NVIDIA and AMD drivers, node_state.go of the Intel driver, README of the TPU driver. */
const DRIVERS: Readonly<Record<string, DriverRule>> = {
  'gpu.nvidia.com': {
    product: ['productName'],
    kinds: { gpu: 'whole', mig: 'partition', vfio: 'passthrough' },
  },
  'gpu.amd.com': {
    product: ['productName'],
    kinds: {
      amdgpu: 'whole',
      'amdgpu-partition': 'partition',
      vfio: 'passthrough',
    },
  },
  'gpu.intel.com': { product: ['model', 'family'], kinds: { '': 'whole' } },
  'gaudi.intel.com': { product: ['model'], kinds: { '': 'whole' } },
  'tpu.google.com': {
    product: ['accelerator', 'tpuGen'],
    kinds: { '': 'whole' },
  },
  'compute-domain.nvidia.com': { product: [], kinds: {} },
};

const OTHER_PRODUCT_ATTRIBUTES = ['productName', 'model'];
const PROFILE_ATTRIBUTES = ['profile', 'partitionProfile'];
const MEMORY_CAPACITIES = ['memory', 'addressableMemory'];

/**
 * Names the device by the attributes of its driver.
 *
 * @see NVIDIA/k8s-dra-driver-gpu cmd/gpu-kubelet-plugin/deviceinfo.go, ROCm/k8s-gpu-dra-driver
 * cmd/gpu-kubeletplugin/deviceinfo.go, intel/intel-resource-drivers-for-kubernetes cmd/kubelet-gpu-plugin/node_state.go
 *
 * @public
 */
export function deviceProduct(device: PoolDevice): DeviceProduct {
  const rules = new Map(Object.entries(DRIVERS)).get(device.id.driver);
  const kind = kindOf(rules, textAttribute(device, 'type') ?? '');
  return {
    kind,
    product: firstText(device, rules?.product ?? OTHER_PRODUCT_ATTRIBUTES),
    profile:
      kind === 'whole' ? undefined : firstText(device, PROFILE_ATTRIBUTES),
    memoryBytes: memoryBytes(device),
  };
}

/** The value of a text attribute, named with the domain of the driver or without. */
export function textAttribute(
  device: PoolDevice,
  name: string,
): string | undefined {
  const attribute = lookup(device.attributes, device.id.driver, name);
  return attribute?.kind === 'string' && !attribute.list
    ? attribute.values[0]
    : undefined;
}

/**
 * An attribute by its fully qualified name.
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/allocator_incubating.go, `lookupAttribute`
 */
export function qualifiedAttribute(
  device: PoolDevice,
  name: string,
): DeviceAttribute | undefined {
  const exact = device.attributes.get(name);
  if (exact) return exact;
  const domain = `${device.id.driver}/`;
  return name.startsWith(domain)
    ? device.attributes.get(name.slice(domain.length))
    : undefined;
}

function kindOf(rules: DriverRule | undefined, type: string): DeviceKind {
  if (!rules) return 'unclassified';
  return new Map(Object.entries(rules.kinds)).get(type) ?? 'other';
}

function firstText(
  device: PoolDevice,
  names: readonly string[],
): string | undefined {
  return names.map(name => textAttribute(device, name)).find(Boolean);
}

function memoryBytes({ capacity, id }: PoolDevice): number | undefined {
  const memory = MEMORY_CAPACITIES.map(name =>
    lookup(capacity, id.driver, name),
  ).find(found => found !== undefined);
  return memory && memory.value / AMOUNTS_PER_UNIT;
}

function lookup<Value>(
  values: ReadonlyMap<string, Value>,
  domain: string,
  name: string,
): Value | undefined {
  return values.get(name) ?? values.get(`${domain}/${name}`);
}
