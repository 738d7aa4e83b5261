import { AllocationState } from '../allocation';
import { DeviceAllocator, type PodClaim } from '../allocator';
import { DeviceInventory } from '../inventory';
import type { DeviceClass, ResourceClaim, ResourceSlice } from '../resources';
import { deviceClass, DRIVER, exactly, podClaim } from './objects';

export const NODE = { name: 'node-1', labels: { region: 'west' } };

export interface Cluster {
  slices: readonly ResourceSlice[];
  claims: readonly PodClaim[];
  allocated?: readonly ResourceClaim[];
  classes?: readonly DeviceClass[];
  stepLimit?: number;
}

export function allocatorOf({
  slices,
  allocated,
  classes,
  stepLimit,
}: Cluster) {
  return DeviceAllocator.create({
    inventory: DeviceInventory.create({ slices }),
    state: AllocationState.create(allocated ?? []),
    classes: classes ?? [deviceClass('class-a')],
    stepLimit,
  });
}

/** The devices by request, or the answer. */
export function outcome(cluster: Cluster) {
  const fit = allocatorOf(cluster).allocate(NODE, cluster.claims);
  return fit.ok === true
    ? fit.allocation.devices.map(
        ({ claim, request, id }) =>
          `${claim.slice(3)} ${request} ${id.pool} ${id.device}`,
      )
    : fit;
}

export const NO = { ok: false, reason: 'cannot allocate all claims' };

export function named(...names: string[]) {
  return names.map(name => ({ name }));
}

export function sized(name: string, memory: string) {
  return { name, capacity: { memory: { value: memory } } };
}

export function atLeast(memory: string) {
  return {
    selectors: [
      {
        cel: {
          expression: `device.capacity["${DRIVER}"].memory.compareTo(quantity("${memory}")) >= 0`,
        },
      },
    ],
  };
}

export function marked(name: string, attribute: object) {
  return { name, attributes: { [`${DRIVER}/mark`]: attribute } };
}

export const MATCH = { matchAttribute: `${DRIVER}/mark` };
export const DISTINCT = { distinctAttribute: `${DRIVER}/mark` };
export const one = podClaim('c', [exactly('r')]);
