/** The cluster that is measured. */
export const CLUSTER = 'synthetic';
export const NODES = 5_000;
export const GPU_NODES = 600;
export const PODS = 150_000;
export const EVENTS_PER_SECOND = 200;

export const GPU = 'nvidia.com/gpu';
export const PRODUCT = 'NVIDIA-H100-80GB-HBM3';

/** Beside the large clusters there are small ones: the same server has them under this path, with fewer nodes and pods. */
export const SMALL_PATH = '/small';
export const SMALL_NODES = 100;
export const LARGE_CLUSTERS = 2;
export const SMALL_CLUSTERS = 4;

/** A component whose workloads are in every cluster. */
export const COMPONENT = 'many-workloads';

/** Sizes of pods with accelerators, as often as they stand here. */
export const GPU_SIZES = [1, 1, 1, 1, 2, 2, 4, 8] as const;

export function nodeName(index: number): string {
  return `node-${String(index).padStart(5, '0')}`;
}

/** GPU nodes are spread over the others. */
export function isGpuNode(index: number): boolean {
  return index % Math.floor(NODES / GPU_NODES) === 0 && index / 8 < GPU_NODES;
}
