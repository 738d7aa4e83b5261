import { z } from 'zod/v4';
import { fitViewSchema } from './fitView';

const MAX_REPLICAS = 10_000;
const MAX_YAML = 100_000;
const name = z.string().min(1).max(253);

const quantity = z.union([
  z
    .string()
    .regex(/^[+-]?[\d.]{1,20}([eE][+-]?\d{1,2}|[numkMGTPE]|[KMGTPE]i)?$/),
  z.number().nonnegative(),
]);

/**
 * Body of `POST /what-if`: a shape, built or pasted, and where to look.
 *
 * @public
 */
export const whatIfRequestSchema = z.object({
  shape: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('amounts'),
      /** Amounts by resource name, such as `cpu: "8"` and `nvidia.com/gpu: 4`. */
      requests: z.record(z.string().min(1).max(316), quantity),
      /** Only nodes with this product. */
      product: z.string().max(200).optional(),
      nodeSelector: z.record(name, z.string().max(63)).optional(),
      /** Whether the pods tolerate the taints of the nodes; true by default. */
      toleratesTaints: z.boolean().optional(),
      priority: z.number().int().optional(),
    }),
    z.object({
      kind: z.literal('yaml'),
      /** A pod, or something with a pod template: a Deployment, a Job, a RayService. */
      text: z.string().min(1).max(MAX_YAML),
    }),
  ]),
  replicas: z.number().int().min(1).max(MAX_REPLICAS).default(1),
  /** By default every cluster that the portal reads. */
  clusters: z.array(name).max(200).optional(),
  /** Label of the nodes within whose value all replicas must run, such as a rack. */
  domainLabel: name.optional(),
  /** LocalQueue whose quota counts, as `namespace/name`. */
  queue: z.string().max(317).optional(),
});

/** @public */
export type WhatIfRequest = z.input<typeof whatIfRequestSchema>;

/**
 * Answer of `POST /what-if`.
 *
 * @public
 */
export const whatIfSchema = z.object({
  sentence: z.string(),
  /** What was looked for, as it was understood. */
  shape: z.object({
    requests: z.record(z.string(), z.number()),
    replicas: z.number(),
    /** Name of the part of a pasted object that it is. */
    part: z.string().optional(),
    /** All kinds of pods of a pasted object that has several; the shape above is the one that asks for most. */
    parts: z
      .array(
        z.object({
          name: z.string(),
          requests: z.record(z.string(), z.number()),
          replicas: z.number(),
        }),
      )
      .optional(),
  }),
  /** The best first. */
  clusters: z.array(
    fitViewSchema.extend({
      domains: z
        .array(z.object({ domain: z.string(), slots: z.number() }))
        .optional(),
      /** Whether all kinds of pods fit beside each other; pods that were placed are at least those that fit. */
      gang: z
        .object({
          status: z.enum(['fits', 'not-found']),
          sentence: z.string(),
          parts: z.array(
            z.object({
              name: z.string(),
              count: z.number(),
              placed: z.number(),
            }),
          ),
        })
        .optional(),
    }),
  ),
  /** Clusters of which nothing can be said. */
  unread: z.array(z.object({ cluster: z.string(), reason: z.string() })),
});

/** @public */
export type WhatIf = z.infer<typeof whatIfSchema>;
