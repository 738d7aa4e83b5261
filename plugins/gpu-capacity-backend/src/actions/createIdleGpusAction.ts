import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { requirePermission } from '@fairway/backend-requests';
import { gpuCapacityReadPermission } from '@fairway/plugin-gpu-capacity-common';
import type { OverviewService } from '../overview';
import { READ } from '../requirements';

/** Lets agents read which devices could be given back. */
export function createIdleGpusAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly overview: Pick<OverviewService, 'getOverview'>;
}) {
  const { actionsRegistry, permissions, overview } = options;
  actionsRegistry.register({
    name: 'idle-gpus',
    title: 'List GPUs that could be given back',
    description:
      'Lists devices that are held and not busy, held by pods that cannot run, kept by jobs that have ended, or free and of no use, with the entity and the owner where the caller may see them and what they cost a month, the most expensive first. Devices that report no metric are not idle and are not listed. Pods are not named.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: gpuCapacityReadPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z
            .string()
            .optional()
            .describe('Name of a cluster; all by default'),
          ownerRef: z
            .string()
            .optional()
            .describe('Only what this owner has, such as group:default/vision'),
        }),
      output: z =>
        z.object({
          headline: z.string(),
          reclaim: z.array(z.object({ sentence: z.string() }).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      const { headline, reclaim } = await overview.getOverview({ credentials });
      const ownerRef = input.ownerRef?.toLocaleLowerCase('en-US');
      return {
        output: {
          headline,
          reclaim: reclaim.filter(
            entry =>
              (input.cluster === undefined ||
                entry.cluster === input.cluster) &&
              (ownerRef === undefined || entry.ownerRef === ownerRef),
          ),
        },
      };
    },
  });
}
