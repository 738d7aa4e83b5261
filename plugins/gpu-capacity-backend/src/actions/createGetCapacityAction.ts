import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { readEntityRef, requirePermission } from '@fairway/backend-requests';
import { gpuCapacityReadPermission } from '@fairway/plugin-gpu-capacity-common';
import type { GpuCapacityService } from '../services/GpuCapacityService';
import { READ } from '../requirements';

/** Lets agents read what people read on the GPU capacity tab. */
export function createGetCapacityAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly capacity: GpuCapacityService;
}) {
  const { actionsRegistry, permissions, capacity } = options;
  actionsRegistry.register({
    name: 'get-entity-gpu-capacity',
    title: 'Get GPU capacity of an entity',
    description:
      'Says how many accelerators of a pool or cluster are held, free, blocked or lost, by product, or what the pods of a component hold. What could not be observed is said to be unknown. Free does not mean that a workload fits.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: gpuCapacityReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity ref, such as resource:default/gpu-west'),
        }),
      output: z =>
        z.object({ scope: z.string(), headline: z.string() }).passthrough(),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      return {
        output: await capacity.getEntityCapacity(
          readEntityRef(input.entityRef),
          {
            credentials,
          },
        ),
      };
    },
  });
}
