import { z } from 'zod/v4';
import { UNEVALUATED_RULES, type PodShape } from '../model';
import { nodeSelectorTermSchema, tolerationSchema } from '../model/podSpec';

/** A shape as it is kept. What names a pod or a claim of one is not. */
const recordedSchema = z.object({
  requests: z.record(z.string(), z.number()),
  priority: z.number(),
  nodeSelector: z.record(z.string(), z.string()),
  nodeAffinity: z.array(nodeSelectorTermSchema).optional(),
  tolerations: z.array(tolerationSchema),
  hostPorts: z.array(
    z.object({ port: z.number(), protocol: z.string(), ip: z.string() }),
  ),
  unevaluated: z.array(z.enum(UNEVALUATED_RULES)),
});

/**
 * Writes a shape so that equal shapes have equal texts, to keep it for longer than its pods.
 *
 * @returns `undefined` where the shape has claims: it is nothing without them
 *
 * @public
 */
export function recordShape(shape: PodShape): string | undefined {
  if (shape.claims.length > 0) return undefined;
  const { requests, priority, nodeSelector, nodeAffinity } = shape;
  const { tolerations, hostPorts, unevaluated } = shape;
  return JSON.stringify({
    requests: sorted(requests),
    priority,
    nodeSelector: sorted(nodeSelector),
    nodeAffinity,
    tolerations,
    hostPorts,
    unevaluated,
  });
}

/**
 * Reads what `recordShape` wrote.
 *
 * @returns `undefined` where it is not of that form, as what another version wrote may be
 *
 * @public
 */
export function readRecordedShape(text: string): PodShape | undefined {
  const read = recordedSchema.safeParse(parsed(text));
  if (!read.success) return undefined;
  const { nodeAffinity, ...shape } = read.data;
  return { ...shape, nodeAffinity, nodeName: undefined, claims: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
