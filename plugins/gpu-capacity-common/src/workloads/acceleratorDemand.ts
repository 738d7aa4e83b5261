import type { AcceleratorRegistry } from '../accelerator';
import { readPodShape, type PodShape } from '../model';
import { podSpecSchema } from '../model/podSpec';
import type { WorkloadDemand } from './workloadDemand';

/**
 * Whether pods of a shape ask for accelerators, by a counted resource or by claims.
 *
 * @public
 */
export function asksForAccelerators(
  shape: Pick<PodShape, 'requests' | 'claims'>,
  registry: AcceleratorRegistry,
): boolean {
  return (
    shape.claims.length > 0 ||
    Object.entries(shape.requests).some(
      ([resource, amount]) => amount > 0 && registry.isCounted(resource),
    )
  );
}

/**
 * A workload without what the scheduler does not look at, such as the environment of its containers, which can hold
 * secrets.
 *
 * @returns `undefined` where none of its pods asks for accelerators
 * @throws `ZodError` or `RangeError` where a template is malformed
 *
 * @public
 */
export function acceleratorDemand(
  demand: WorkloadDemand,
  registry: AcceleratorRegistry,
): WorkloadDemand | undefined {
  const asks = demand.pieces.some(({ podTemplate }) =>
    asksForAccelerators(readPodShape(podTemplate.spec), registry),
  );
  if (!asks) return undefined;
  return {
    ...demand,
    pieces: demand.pieces.map(piece => ({
      ...piece,
      podTemplate: {
        ...piece.podTemplate,
        spec: podSpecSchema.parse(piece.podTemplate.spec),
      },
    })),
  };
}
