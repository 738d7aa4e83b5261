import { z } from 'zod/v4';
import { readDeployment, readStatefulSet } from './deployment';
import { readInferenceService } from './inferenceService';
import { readJob } from './job';
import { readJobSet } from './jobSet';
import { readLeaderWorkerSet } from './leaderWorkerSet';
import { readRayCluster } from './rayCluster';
import { readRayJob } from './rayJob';
import { readRayService } from './rayService';
import type { WorkloadDemand } from './workloadDemand';

type Reader = (object: unknown) => WorkloadDemand;

/** Readers by API group and kind, for all versions of the group. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['apps/Deployment', readDeployment],
  ['apps/StatefulSet', readStatefulSet],
  ['batch/Job', readJob],
  ['jobset.x-k8s.io/JobSet', readJobSet],
  ['leaderworkerset.x-k8s.io/LeaderWorkerSet', readLeaderWorkerSet],
  ['ray.io/RayCluster', readRayCluster],
  ['ray.io/RayJob', readRayJob],
  ['ray.io/RayService', object => readRayService(object)],
  ['serving.kserve.io/InferenceService', readInferenceService],
]);

const typeSchema = z.object({ apiVersion: z.string(), kind: z.string() });

/**
 * Reads a workload of any kind that is known.
 *
 * @returns `undefined` where the kind is not known
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readWorkloadDemand(
  object: unknown,
): WorkloadDemand | undefined {
  const { apiVersion, kind } = typeSchema.parse(object);
  const [group] = apiVersion.split('/');
  return READERS.get(`${group}/${kind}`)?.(object);
}
