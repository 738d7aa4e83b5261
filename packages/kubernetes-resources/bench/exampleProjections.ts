import { z } from 'zod/v4';
import type { ResourceProjection } from '../src';

const nodeSchema = z.object({
  metadata: z.object({ labels: z.record(z.string(), z.string()) }),
  status: z.object({ allocatable: z.record(z.string(), z.string()) }),
});

const podSchema = z.object({
  metadata: z.object({ uid: z.string(), namespace: z.string() }),
  spec: z.object({
    nodeName: z.string(),
    containers: z.array(
      z.object({
        resources: z.object({ requests: z.record(z.string(), z.string()) }),
      }),
    ),
  }),
  status: z.object({ phase: z.string() }),
});

/** Keeps labels and allocatable resources of a node. */
export const nodeProjection: ResourceProjection<unknown> = {
  id: 'bench-node',
  trim: object => {
    const { metadata, status } = nodeSchema.parse(object);
    return { labels: metadata.labels, allocatable: status.allocatable };
  },
};

/** Keeps where a pod is and what it asks for. */
export const podProjection: ResourceProjection<unknown> = {
  id: 'bench-pod',
  trim: object => {
    const { metadata, spec, status } = podSchema.parse(object);
    return {
      uid: metadata.uid,
      namespace: metadata.namespace,
      node: spec.nodeName,
      phase: status.phase,
      requests: spec.containers[0].resources.requests,
    };
  },
};
