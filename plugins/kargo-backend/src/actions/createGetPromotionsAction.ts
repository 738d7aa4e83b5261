import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { readEntityRef, requirePermission } from '@fairway/backend-requests';
import { kargoPromotionReadPermission } from '@fairway/plugin-kargo-common';
import type { KargoPromotionsService } from '../services/KargoPromotionsService';
import { READ } from '../requirements';

/** Lets agents read what people read on the Promotions tab. */
export function createGetPromotionsAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly promotions: KargoPromotionsService;
}) {
  const { actionsRegistry, permissions, promotions } = options;
  actionsRegistry.register({
    name: 'get-entity-promotions',
    title: 'Get promotions of an entity',
    description:
      'Says in which Kargo stages the versions of a component are, with freight, promotions and their steps. What could not be observed is said to be unknown.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: kargoPromotionReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity ref, such as component:default/checkout'),
        }),
      output: z =>
        z.object({
          headline: z.string(),
          riskClass: z.string().optional(),
          notices: z.array(z.string()),
          projects: z.array(z.unknown()),
        }),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      return {
        output: await promotions.getEntityPromotions(
          readEntityRef(input.entityRef),
          { credentials },
        ),
      };
    },
  });
}
