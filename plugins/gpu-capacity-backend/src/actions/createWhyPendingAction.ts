import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { readEntityRef, requirePermission } from '@fairway/backend-requests';
import { gpuCapacityReadPermission } from '@fairway/plugin-gpu-capacity-common';
import { READ } from '../requirements';
import type { WhyPendingService } from '../whyPending';

/** Lets agents ask what people ask of something that waits for accelerators. */
export function createWhyPendingAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly whyPending: Pick<WhyPendingService, 'ofEntity' | 'ofName'>;
}) {
  const { actionsRegistry, permissions, whyPending } = options;
  actionsRegistry.register({
    name: 'why-pending',
    title: 'Say why something waits for accelerators',
    description:
      'Says why the workloads of a component, those in the queues of a pool, or one pod or workload by its name wait for accelerators: quota, order in the queue, the scheduler, or room on nodes. Names of others are not given, and what is not theirs to know is not found.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: gpuCapacityReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('Entity ref, such as component:default/vision'),
          cluster: z
            .string()
            .optional()
            .describe('Instead of an entity: the name of a cluster'),
          namespace: z.string().optional(),
          name: z
            .string()
            .optional()
            .describe('Name of a pod, or of a workload that waits in a queue'),
        }),
      output: z =>
        z.object({
          sentence: z.string(),
          waiting: z.array(
            z.object({
              cluster: z.string(),
              kind: z.string().optional(),
              namespace: z.string().optional(),
              name: z.string().optional(),
              reason: z.string(),
              waitedSeconds: z.number().optional(),
              position: z.number().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      const { entityRef, cluster, namespace, name } = input;
      if (entityRef) {
        const found = await whyPending.ofEntity(readEntityRef(entityRef), {
          credentials,
        });
        return { output: { ...found, waiting: [...found.waiting] } };
      }
      if (!cluster || !namespace || !name) {
        throw new InputError(
          'Give an entityRef, or a cluster with namespace and name',
        );
      }
      const found = await whyPending.ofName(
        { cluster, namespace, name },
        { credentials },
      );
      return { output: { ...found, waiting: [...found.waiting] } };
    },
  });
}
