import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseInput, requirePermission } from '@fairway/backend-requests';
import {
  gpuCapacityReadPermission,
  whatIfRequestSchema,
  whatIfSchema,
} from '@fairway/plugin-gpu-capacity-common';
import { READ } from '../requirements';
import type { WhatIfService } from '../whatIf';

/** Lets agents ask whether a shape would fit. Nothing is changed by asking. */
export function createGpuFitAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly whatIf: Pick<WhatIfService, 'answer'>;
}) {
  const { actionsRegistry, permissions, whatIf } = options;
  actionsRegistry.register({
    name: 'gpu-fit',
    title: 'Ask where a GPU workload would fit',
    description:
      'Says for pods of a shape which clusters would take them now, on how many nodes, and why not: with the reasons of the scheduler, what nearly fits, whether quota allows it and what would have to move. Nothing is started, reserved or moved. Give either `requests` or `yaml`.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: gpuCapacityReadPermission,
    schema: {
      input: z =>
        z.object({
          requests: z
            .record(z.string(), z.string())
            .optional()
            .describe(
              'What one pod asks for, by resource, such as {"nvidia.com/gpu": "4", "cpu": "16", "memory": "64Gi"}',
            ),
          product: z
            .string()
            .optional()
            .describe('Only nodes with this product; with `requests` only'),
          yaml: z
            .string()
            .optional()
            .describe(
              'A pod, or something with a pod template, such as a Deployment',
            ),
          replicas: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('How many pods must run together; 1 by default'),
          clusters: z
            .array(z.string())
            .optional()
            .describe('Names of clusters; all by default'),
          queue: z
            .string()
            .optional()
            .describe('LocalQueue whose quota counts, as namespace/name'),
        }),
      output: z =>
        z
          .object({ sentence: z.string(), clusters: z.array(z.unknown()) })
          .passthrough(),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      const { requests, product, yaml, ...rest } = input;
      const shape =
        yaml === undefined
          ? { kind: 'amounts', requests: requests ?? {}, product }
          : { kind: 'yaml', text: yaml };
      const question = parseInput(whatIfRequestSchema, { ...rest, shape });
      return {
        output: whatIfSchema.parse(
          await whatIf.answer(question, { credentials }),
        ),
      };
    },
  });
}
