type Labels = Readonly<Record<string, string>>;

/** Labels that name the product, the most reliable first. */
const PRODUCT_LABELS = [
  'nvidia.com/gpu.product',
  'amd.com/gpu.product-name',
  'cloud.google.com/gke-accelerator',
  'cloud.google.com/gke-tpu-accelerator',
  'karpenter.k8s.aws/instance-gpu-name',
  'eks.amazonaws.com/instance-gpu-name',
  'karpenter.k8s.aws/instance-accelerator-name',
  'eks.amazonaws.com/instance-accelerator-name',
  'kubernetes.azure.com/accelerator',
] as const;

const INSTANCE_TYPE_LABEL = 'node.kubernetes.io/instance-type';

/**
 * Product of a node's accelerators; the suffixes that feature discovery adds for sharing and partitions are taken off,
 * because they are no part of the product.
 *
 * @param instanceTypes - product by instance type, asked where no label names the product
 *
 * @see NVIDIA/k8s-device-plugin docs/gpu-feature-discovery/README.md
 */
export function productOf(
  labels: Labels,
  instanceTypes: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const label = PRODUCT_LABELS.find(name => labels[name]);
  if (label) return labels[label].replace(/(-MIG-.+)?(-SHARED)?$/, '');
  return instanceTypes.get(labels[INSTANCE_TYPE_LABEL] ?? '');
}

/** Labels that say the memory of a device, with the bytes of their unit. */
const MEMORY_LABELS = [
  { label: 'nvidia.com/gpu.memory', unit: 2 ** 20 },
  { label: 'karpenter.k8s.aws/instance-gpu-memory', unit: 2 ** 20 },
  { label: 'eks.amazonaws.com/instance-gpu-memory', unit: 2 ** 20 },
] as const;

/** Memory of a whole device in bytes; feature discovery says that of a slice where all devices are split alike. */
export function deviceMemoryOf(labels: Labels): number | undefined {
  if (singleProfileOf(labels)) return undefined;
  const amd = /^(\d+)(G|M)$/.exec(labels['amd.com/gpu.vram'] ?? '');
  if (amd) return Number(amd[1]) * (amd[2] === 'G' ? 2 ** 30 : 2 ** 20);
  for (const { label, unit } of MEMORY_LABELS) {
    const memory = positiveInteger(labels[label]);
    if (memory !== undefined) return memory * unit;
  }
  return undefined;
}

/** Number of physical devices, where labels say it. */
export function physicalDevicesOf(labels: Labels): number | undefined {
  const count =
    positiveInteger(labels['nvidia.com/gpu.count']) ??
    positiveInteger(labels['karpenter.k8s.aws/instance-gpu-count']) ??
    positiveInteger(labels['eks.amazonaws.com/instance-gpu-count']) ??
    positiveInteger(labels['cloud.google.com/gke-accelerator-count']);
  const profile = singleProfileOf(labels);
  if (!profile) return count;
  // With the MIG strategy "single" the label counts slices.
  const perDevice = slicesPerDevice(profile, labels);
  return count !== undefined && perDevice && count % perDevice === 0
    ? count / perDevice
    : undefined;
}

/** MIG profile into which all devices of a node are split, such as `1g.5gb`, where the strategy is "single". */
export function singleProfileOf(labels: Labels): string | undefined {
  if (labels['nvidia.com/mig.strategy'] !== 'single') return undefined;
  return /-MIG-(\d+g\.\d+gb)/.exec(labels['nvidia.com/gpu.product'] ?? '')?.[1];
}

/**
 * Compute slices of a device: seven, save on the A30, which has four.
 *
 * @see https://docs.nvidia.com/datacenter/tesla/mig-user-guide/#supported-mig-profiles
 */
export function computeSlicesOf(product: string | undefined): number {
  return /(^|-)A30(-|$)/.test(product ?? '') ? 4 : 7;
}

/** How many partitions of a profile a device carries at most: by compute, or by memory where that is the limit. */
function slicesPerDevice(profile: string, labels: Labels): number | undefined {
  const compute = Number(/^(\d+)g\./.exec(profile)?.[1]);
  if (!compute) return undefined;
  const slices = computeSlicesOf(labels['nvidia.com/gpu.product']);
  // Two partitions of three slices fill a device of seven: the memory has eight slices, each of the two takes four.
  const memorySlices: Readonly<Record<number, number>> = {
    1: 1,
    2: 2,
    3: 4,
    4: 4,
    7: 8,
  };
  if (slices === 4) return Math.floor(slices / compute);
  const memory = memorySlices[compute];
  return memory === undefined
    ? undefined
    : Math.min(Math.floor(slices / compute), Math.floor(8 / memory));
}

function positiveInteger(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
