import type { JsonObject } from '@backstage/types';
import { hex, numberBelow } from '@fairway/benchmarks';
import { GPU, GPU_SIZES, NODES, PODS, isGpuNode, nodeName } from './estate';

/** What differs between pods. */
interface Placed {
  readonly index: number;
  readonly node: number;
  readonly gpus: number;
}

const DAEMONS_PER_NODE = 6;
/** Length of a pod of a real cluster, managed fields included. */
const POD_BYTES = 5_600;
/** Of 8 devices of a node so many are held at most, by chance. */
const FILL = [8, 8, 8, 8, 7, 7, 6, 5] as const;

/** Where each pod of the cluster is and how many devices it holds. */
export function placements(): readonly Placed[] {
  const placed: Array<Omit<Placed, 'index'>> = [];
  for (let node = 0; node < NODES; node += 1) {
    for (let daemon = 0; daemon < DAEMONS_PER_NODE; daemon += 1) {
      placed.push({ node, gpus: 0 });
    }
    if (isGpuNode(node)) placed.push(...gpuPods(node));
  }
  const rest = PODS - placed.length;
  for (let index = 0; index < rest; index += 1) {
    placed.push({ node: numberBelow(NODES, `place/${index}`), gpus: 0 });
  }
  return placed.map((pod, index) => ({ ...pod, index }));
}

/** A bound pod of about `POD_BYTES` as JSON. */
export function syntheticPod({ index, node, gpus }: Placed): JsonObject {
  const template = `${gpus}-${numberBelow(
    gpus > 0 ? 40 : 2_000,
    `template/${index}`,
  )}`;
  const team = `team-${numberBelow(200, template)}`;
  const requests = {
    cpu: gpus > 0 ? String(gpus * (4 + numberBelow(16, template))) : '250m',
    memory: gpus > 0 ? `${gpus * 64}Gi` : '512Mi',
    ...(gpus > 0 && { [GPU]: String(gpus) }),
  };
  const pod: JsonObject = {
    metadata: {
      name: `worker-${index}-${hex(`name/${index}`, 5)}`,
      namespace: team,
      uid: hex(`uid/${index}`, 32),
      resourceVersion: String(100_000 + index),
      creationTimestamp: '2026-11-20T08:00:00Z',
      labels: { app: `app-${template}`, team },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `worker-${template}`,
          uid: hex(`owner/${template}`, 32),
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: nodeName(node),
      priority: numberBelow(3, template) * 100,
      schedulerName: 'default-scheduler',
      tolerations: [{ key: GPU, operator: 'Exists' }],
      containers: [
        {
          name: 'main',
          image: `registry.example.com/${team}/worker:${hex(template, 12)}`,
          resources: { limits: requests, requests },
          env: Array.from({ length: 12 }, (_, i) => ({
            name: `SETTING_${i}`,
            value: hex(`${template}/${i}`, 24),
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
      containerStatuses: [
        { name: 'main', started: true, state: { running: {} } },
      ],
    },
  };
  const padding = POD_BYTES - JSON.stringify(pod).length - 30;
  return { ...pod, padding: 'x'.repeat(Math.max(0, padding)) };
}

function gpuPods(node: number): ReadonlyArray<Omit<Placed, 'index'>> {
  const pods: Array<Omit<Placed, 'index'>> = [];
  let left: number = FILL[numberBelow(FILL.length, `fill/${node}`)];
  for (let draw = 0; left > 0; draw += 1) {
    const size =
      GPU_SIZES[numberBelow(GPU_SIZES.length, `size/${node}/${draw}`)];
    if (size > left) continue;
    pods.push({ node, gpus: size });
    left -= size;
  }
  return pods;
}
