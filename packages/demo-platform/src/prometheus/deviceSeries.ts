import type { ResourceStore } from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import type { SeededRandom } from '../clock/SeededRandom';
import { requestsOf } from '../workloads/quantities';
import type { Node, Pod } from '../workloads/workloadSchemas';
import { nodeSchema, podSchema } from '../workloads/workloadSchemas';

/** A time series: labels, and its value at any moment. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  valueAt(unixSeconds: number): number;
}

const RESOURCE = 'nvidia.com/gpu';
const MEMORY_LABEL = 'nvidia.com/gpu.memory';
const PRODUCT_LABEL = 'nvidia.com/gpu.product';
/** Pods with this annotation hold devices and leave them idle. */
const IDLE = 'demo.fairway.dev/idle';
const WAVE_SECONDS = 900;

interface Device {
  readonly labels: Readonly<Record<string, string>>;
  readonly key: string;
  readonly pod: Pod | undefined;
  readonly memoryMiB: number;
}

/** Whole devices of a node in order; running pods hold them from the first one on. */
function devicesOf(
  node: Node,
  pods: readonly Pod[],
  random: SeededRandom,
): Device[] {
  const { name, labels } = node.metadata;
  const count = Number(node.status.allocatable[RESOURCE] ?? 0);
  const product = labels[PRODUCT_LABEL];
  if (product === undefined) {
    return [];
  }
  const holders = pods
    .filter(pod => pod.spec.nodeName === name && pod.status.phase === 'Running')
    .flatMap(pod =>
      Array.from(
        { length: requestsOf(pod.spec.containers)[RESOURCE] ?? 0 },
        () => pod,
      ),
    );
  return Array.from({ length: count }, (_, index) => {
    const pod = holders[index];
    const uuid = random.hex(12, 'device', name, index);
    return {
      key: `${name}/${index}`,
      pod,
      memoryMiB: Number(labels[MEMORY_LABEL] ?? 0),
      labels: {
        Hostname: name,
        UUID: `GPU-${uuid.slice(0, 8)}-${uuid.slice(8)}`,
        device: `nvidia${index}`,
        gpu: String(index),
        modelName: product.replace(/-/g, ' '),
        ...(pod && {
          container: pod.spec.containers[0].name,
          namespace: pod.metadata.namespace,
          pod: pod.metadata.name,
        }),
      },
    };
  });
}

/** Share of the time in which the device works, between 0 and 1: a slow wave around a level of its own. */
function activity(
  device: Device,
  random: SeededRandom,
  unixSeconds: number,
): number {
  if (!device.pod) {
    return 0;
  }
  if (device.pod.metadata.annotations[IDLE] !== undefined) {
    return 0.01;
  }
  const level = random.between(0.35, 0.9, 'level', device.key);
  const phase = random.fraction('phase', device.key) * 2 * Math.PI;
  const wave = Math.sin((2 * Math.PI * unixSeconds) / WAVE_SECONDS + phase);
  return Math.min(1, Math.max(0, level + 0.1 * wave));
}

/** A notebook that somebody has left open holds little more than its libraries. */
function memoryShare({ pod, key }: Device, random: SeededRandom): number {
  if (!pod) return 0;
  return pod.metadata.annotations[IDLE] === undefined
    ? random.between(0.3, 0.9, 'memory', key)
    : random.between(0.05, 0.1, 'memory', key);
}

type Metric = (device: Device, busy: number, random: SeededRandom) => number;

/** Names and units as in dcgm-exporter before 4.9: percent and MiB, and a ratio for the profiling metric. */
const METRICS: Readonly<Record<string, Metric | undefined>> = {
  DCGM_FI_DEV_GPU_UTIL: (_device, busy) => Math.round(busy * 100),
  DCGM_FI_PROF_GR_ENGINE_ACTIVE: (_device, busy) =>
    Math.round(busy * 10_000) / 10_000,
  DCGM_FI_DEV_FB_USED: (device, _busy, random) =>
    Math.round(device.memoryMiB * memoryShare(device, random)),
};

/** Names of the metrics that there are. */
export const DEVICE_METRICS = Object.keys(METRICS);

/** The series of a metric, made up from the devices that pods hold. */
export function deviceSeries(
  store: ResourceStore,
  random: SeededRandom,
  metric: string,
): readonly Series[] {
  const value = METRICS[metric];
  if (!value) {
    return [];
  }
  const pods = store
    .list(builtInResources.pods)
    .map(object => podSchema.parse(object));
  return store
    .list(builtInResources.nodes)
    .map(object => nodeSchema.parse(object))
    .flatMap(node => devicesOf(node, pods, random))
    .map(device => ({
      labels: { __name__: metric, ...device.labels },
      valueAt: time => value(device, activity(device, random, time), random),
    }));
}
