import {
  readPodShape,
  readWorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';
import type { WantedPart } from './readWantedShape';

/** Copies of one template: how many is asked with the question. */
const COPIES = ['Deployment', 'StatefulSet', 'Job'];

const headSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({}).nullish(),
});

/**
 * The kinds of pods of a workload that has several, such as a RayService or a JobSet, with the numbers that it starts
 * with.
 *
 * @returns `undefined` for anything else
 * @throws `ZodError` or `RangeError` where it is malformed
 */
export function readWantedParts(object: unknown):
  | {
      readonly part: string;
      readonly parts: readonly WantedPart[];
    }
  | undefined {
  const head = headSchema.safeParse(object);
  if (!head.success || COPIES.includes(head.data.kind)) return undefined;
  const demand = readWorkloadDemand({
    ...head.data,
    // What is pasted need not be in a cluster yet.
    metadata: { namespace: 'default', name: 'pasted', ...head.data.metadata },
  });
  if (!demand || demand.pieces.length === 0) return undefined;
  return {
    part: demand.kind,
    parts: demand.pieces.map(({ name, podTemplate, now, min }) => ({
      name,
      template: podTemplate,
      shape: readPodShape(podTemplate.spec),
      count: now || min || 1,
    })),
  };
}
