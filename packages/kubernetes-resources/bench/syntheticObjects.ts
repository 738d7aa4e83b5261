import type { JsonObject } from '@backstage/types';

/** Deterministic numbers in [0, 1) (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Extended resource of the synthetic devices; the environment crosses to the process of the server. */
const DEVICE_RESOURCE =
  process.env.BENCH_DEVICE_RESOURCE ?? 'example.com/device';

/** Length of a pod of a real cluster, managed fields included. */
const POD_BYTES = 5_600;

/** A node with about 40 images in its status, as kubelets report them. */
export function syntheticNode(index: number, seed: number): JsonObject {
  const random = createRandom(seed * 7919 + index);
  return {
    metadata: {
      name: nodeName(index),
      uid: uid(random),
      resourceVersion: String(1_000 + index),
      creationTimestamp: '2026-11-01T08:00:00Z',
      labels: {
        'kubernetes.io/hostname': nodeName(index),
        'kubernetes.io/arch': 'amd64',
        'node.kubernetes.io/instance-type': `type-${index % 12}`,
        'topology.kubernetes.io/zone': `zone-${index % 3}`,
      },
    },
    spec: {
      providerID: `example://zone-${index % 3}/${nodeName(index)}`,
      ...(index % 8 === 0 && {
        taints: [{ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }],
      }),
    },
    status: {
      capacity: resources(index, 64),
      allocatable: resources(index, 63),
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
      images: Array.from({ length: 40 }, () => ({
        names: [`registry.example.com/team/image@sha256:${hex(random, 64)}`],
        sizeBytes: Math.floor(random() * 1e9),
      })),
    },
  };
}

/** A bound pod of about `POD_BYTES` as JSON. */
export function syntheticPod(
  index: number,
  seed: number,
  nodes: number,
): JsonObject {
  const random = createRandom(seed * 104_729 + index);
  const team = `team-${Math.floor(random() * 200)}`;
  const devices = random() < 0.2 ? 1 + Math.floor(random() * 8) : 0;
  const limits = {
    cpu: String(1 + Math.floor(random() * 8)),
    memory: `${1 + Math.floor(random() * 31)}Gi`,
    ...(devices > 0 && { [DEVICE_RESOURCE]: String(devices) }),
  };
  const pod: JsonObject = {
    metadata: {
      name: `worker-${index}-${hex(random, 5)}`,
      namespace: team,
      uid: uid(random),
      resourceVersion: String(100_000 + index),
      creationTimestamp: '2026-11-20T08:00:00Z',
      labels: { app: `app-${Math.floor(random() * 2_000)}`, team },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `worker-${hex(random, 9)}`,
          uid: uid(random),
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: nodeName(Math.floor(random() * nodes)),
      priority: 0,
      schedulerName: 'default-scheduler',
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      containers: [
        {
          name: 'main',
          image: `registry.example.com/${team}/worker:${hex(random, 12)}`,
          resources: { limits, requests: limits },
          env: Array.from({ length: 12 }, (_, i) => ({
            name: `SETTING_${i}`,
            value: hex(random, 24),
          })),
        },
      ],
    },
    status: {
      phase: 'Running',
      startTime: '2026-11-20T08:00:05Z',
      conditions: [
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => ({ type, status: 'True' })),
    },
  };
  const padding = POD_BYTES - JSON.stringify(pod).length - 30;
  return { ...pod, padding: hex(random, Math.max(0, padding)) };
}

function resources(index: number, cpu: number): JsonObject {
  return {
    cpu: String(cpu),
    memory: `${cpu * 4}Gi`,
    pods: '110',
    ...(index % 4 === 0 && { [DEVICE_RESOURCE]: '8' }),
  };
}

function nodeName(index: number): string {
  return `node-${String(index).padStart(5, '0')}`;
}

function uid(random: () => number): string {
  return [8, 4, 4, 4, 12].map(length => hex(random, length)).join('-');
}

/** Hexadecimal digits to take pieces of, since drawing each would cost more than what is measured. */
const DIGITS = Array.from({ length: 131_072 }, createDigits(7)).join('');

function createDigits(seed: number): () => string {
  const random = createRandom(seed);
  return () =>
    Math.floor(random() * 4294967296)
      .toString(16)
      .padStart(8, '0');
}

function hex(random: () => number, length: number): string {
  const start = Math.floor(random() * (DIGITS.length - length));
  return DIGITS.slice(start, start + length);
}
