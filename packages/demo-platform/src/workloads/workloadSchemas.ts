import { z } from 'zod/v4';

const quantities = z.record(z.string(), z.union([z.string(), z.number()]));

const containerSchema = z.looseObject({
  name: z.string(),
  resources: z
    .object({
      requests: quantities.optional(),
      limits: quantities.optional(),
    })
    .default({}),
});

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string().default(''),
  creationTimestamp: z.string(),
  deletionTimestamp: z.string().optional(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});

export const podSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    nodeName: z.string().optional(),
    nodeSelector: z.record(z.string(), z.string()).default({}),
    schedulingGates: z.array(z.looseObject({})).default([]),
    tolerations: z
      .array(
        z.looseObject({
          key: z.string().optional(),
          operator: z.string().default('Equal'),
          value: z.string().default(''),
          effect: z.string().optional(),
        }),
      )
      .default([]),
    containers: z.array(containerSchema),
  }),
  status: z
    .looseObject({ phase: z.string().default('Pending') })
    .default({ phase: 'Pending' }),
});

export type Pod = z.infer<typeof podSchema>;

export const nodeSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      unschedulable: z.boolean().default(false),
      taints: z
        .array(
          z.looseObject({
            key: z.string(),
            value: z.string().default(''),
            effect: z.string(),
          }),
        )
        .default([]),
    })
    .default({ unschedulable: false, taints: [] }),
  status: z.looseObject({
    allocatable: quantities.default({}),
    conditions: z
      .array(z.looseObject({ type: z.string(), status: z.string() }))
      .default([]),
  }),
});

export type Node = z.infer<typeof nodeSchema>;

export const queueSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    resourceGroups: z
      .array(
        z.object({
          flavors: z.array(
            z.object({
              name: z.string(),
              resources: z.array(
                z.looseObject({
                  name: z.string(),
                  nominalQuota: z.union([z.string(), z.number()]),
                }),
              ),
            }),
          ),
        }),
      )
      .default([]),
  }),
});

export type ClusterQueue = z.infer<typeof queueSchema>;

export const localQueueSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({ clusterQueue: z.string() }),
});

export const workloadSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    queueName: z.string(),
    podSets: z.array(
      z.looseObject({
        name: z.string(),
        count: z.number(),
        template: z.looseObject({
          spec: z.looseObject({ containers: z.array(containerSchema) }),
        }),
      }),
    ),
  }),
  status: z
    .looseObject({
      conditions: z
        .array(z.looseObject({ type: z.string(), status: z.string() }))
        .default([]),
    })
    .default({ conditions: [] }),
});

export type Workload = z.infer<typeof workloadSchema>;
