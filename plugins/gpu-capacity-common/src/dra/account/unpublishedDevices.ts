import type { AllocationState, HeldDevice } from '../allocation';
import type { DeviceInventory } from '../inventory';

/**
 * The devices that claims hold although no driver publishes them any more: lost since they were allocated. What an
 * incomplete pool has is not known, so nothing is said of its devices.
 *
 * @public
 */
export function unpublishedDevices(
  inventory: DeviceInventory,
  state: AllocationState,
): readonly HeldDevice[] {
  return state.heldDevices.filter(
    ({ id }) =>
      !inventory.device(id) && inventory.poolOf(id)?.state !== 'incomplete',
  );
}
