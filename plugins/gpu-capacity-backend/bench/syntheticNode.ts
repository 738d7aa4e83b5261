import type { JsonObject } from '@backstage/types';
import { hex } from '@fairway/benchmarks';
import { GPU, PRODUCT, isGpuNode, nodeName } from './estate';

/** A node with 30 images in its status, as kubelets report them. */
export function syntheticNode(index: number): JsonObject {
  const name = nodeName(index);
  const amounts = {
    cpu: isGpuNode(index) ? '192' : '64',
    memory: isGpuNode(index) ? '2048Gi' : '256Gi',
    'ephemeral-storage': '900Gi',
    pods: '110',
    ...(isGpuNode(index) && { [GPU]: '8' }),
  };
  return {
    metadata: {
      name,
      uid: hex(`uid/${name}`, 32),
      resourceVersion: String(1_000 + index),
      creationTimestamp: '2026-11-01T08:00:00Z',
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': isGpuNode(index)
          ? 'h100.8x'
          : `cpu-${index % 12}`,
        'topology.kubernetes.io/zone': `zone-${index % 3}`,
        ...(isGpuNode(index) && {
          'nvidia.com/gpu.product': PRODUCT,
          'nvidia.com/gpu.count': '8',
          'nvidia.com/gpu.memory': '81559',
        }),
      },
    },
    spec: {
      providerID: `example://${name}`,
      ...(isGpuNode(index) && {
        taints: [{ key: GPU, effect: 'NoSchedule' }],
        // A few are cordoned, as in any large cluster.
        ...(index % 400 === 0 && { unschedulable: true }),
      }),
    },
    status: {
      capacity: amounts,
      allocatable: {
        ...amounts,
        ...(isGpuNode(index) && index % 240 === 0 && { [GPU]: '7' }),
      },
      conditions: [
        'MemoryPressure',
        'DiskPressure',
        'PIDPressure',
        'Ready',
      ].map(type => ({
        type,
        status: type === 'Ready' ? 'True' : 'False',
        lastHeartbeatTime: '2026-11-21T08:00:00Z',
        reason: 'KubeletReports',
        message: 'kubelet has nothing else to report',
      })),
      images: Array.from({ length: 30 }, (_, image) => ({
        names: [
          `registry.example.com/team/image@sha256:${hex(`${name}/${image}`)}`,
        ],
        sizeBytes: 1e9,
      })),
    },
  };
}
