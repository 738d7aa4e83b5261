import { rayClusterSpecSchema, rayFindings, rayPieces } from './rayGroups';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
} from './workloadDemand';

const rayClusterSchema = workloadHeadSchema.extend({
  spec: rayClusterSpecSchema,
});

/**
 * Reads a RayCluster of v1.
 *
 * @see ray-project/kuberay ray-operator/apis/ray/v1/raycluster_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readRayCluster(object: unknown): WorkloadDemand {
  const { spec, ...head } = rayClusterSchema.parse(object);
  const workload = readWorkloadHead(head, {
    apiVersion: 'ray.io/v1',
    kind: 'RayCluster',
  });
  return {
    ...workload,
    pieces: rayPieces(spec),
    upgrade: { kind: 'in-place' },
    // The cluster of a RayJob or RayService is judged with its owner.
    findings: workload.owner ? [] : rayFindings(spec),
  };
}
