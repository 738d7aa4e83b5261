import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { readEntityRef, requirePermission } from '@fairway/backend-requests';
import { kargoPromotionReadPermission } from '@fairway/plugin-kargo-common';
import { READ } from '../requirements';
import type {
  CallerOptions,
  KargoPromotionsService,
} from '../services/KargoPromotionsService';

/** What every action that reads needs. */
export interface ReadActionDeps {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly promotions: KargoPromotionsService;
}

/** What every action that reads says of itself: it changes nothing, and who may not read is not shown it. */
export const READ_ACTION = {
  attributes: { readOnly: true, idempotent: true, destructive: false },
  visibilityPermission: kargoPromotionReadPermission,
};

/** Descriptions of inputs that several actions have. */
export const INPUTS = {
  entityRef: 'Entity ref, such as component:default/checkout',
  controlPlane:
    'Name of the control plane, as list-stages and get-entity-promotions give it',
  name: 'As list-stages and get-entity-promotions give it',
} as const;

/**
 * Lets the caller pass that may read, and gives the entity it asks about.
 *
 * @throws `NotAllowedError` that names the permission, `InputError` where the text is no entity ref
 */
export async function readAskedEntity(
  context: {
    readonly input: { readonly entityRef: string };
    readonly credentials: BackstageCredentials;
  },
  permissions: PermissionsService,
): Promise<{ readonly entityRef: string; readonly caller: CallerOptions }> {
  const { input, credentials } = context;
  await requirePermission(READ, { permissions, credentials });
  return {
    entityRef: readEntityRef(input.entityRef),
    caller: { credentials },
  };
}
