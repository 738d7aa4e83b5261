import type { JsonObject } from '@backstage/types';
import { LARGE_PROJECT, SMALL_PROJECTS, type PipelineStage } from './estate';
import { hex, isoTime } from '@fairway/benchmarks';
import { freightName, generationAt } from './syntheticFreight';

const metadata = (name: string, namespace?: string) => ({
  name,
  ...(namespace && { namespace }),
  uid: hex(`uid/${namespace}/${name}`, 32),
  resourceVersion: '1',
  creationTimestamp: '2026-05-01T08:00:00Z',
});

export const PROJECTS: readonly JsonObject[] = [
  LARGE_PROJECT,
  ...Array.from({ length: SMALL_PROJECTS }, (_, index) => `team${index}`),
].map(name => ({
  apiVersion: 'kargo.akuity.io/v1alpha1',
  kind: 'Project',
  metadata: metadata(name),
}));

export function syntheticWarehouse(at: {
  readonly project: string;
  readonly warehouse: string;
}): JsonObject {
  const { project, warehouse } = at;
  return {
    apiVersion: 'kargo.akuity.io/v1alpha1',
    kind: 'Warehouse',
    metadata: metadata(warehouse, project),
    spec: {
      freightCreationPolicy: 'Automatic',
      subscriptions: [
        {
          image: { repoURL: `registry.example.com/${project}/${warehouse}` },
        },
      ],
    },
    status: { conditions: [{ type: 'Healthy', status: 'True' }] },
  };
}

/** The lease of a controller that was heard just now. */
export function syntheticLease(shard: string, nowMs: number): JsonObject {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      ...metadata(`kargo-controller-${shard}`, 'kargo'),
      labels: { 'kargo.akuity.io/controller': shard },
    },
    spec: {
      holderIdentity: shard,
      leaseDurationSeconds: 3_600,
      renewTime: isoTime(nowMs),
    },
  };
}

/** The latest verification of a stage. */
export function syntheticAnalysisRun(stage: PipelineStage): JsonObject {
  const { project, name, warehouse, level } = stage;
  const freight = freightName({
    project,
    warehouse,
    generation: generationAt(level),
  });
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: {
      ...metadata(`${name}.0.${freight.slice(0, 7)}`, project),
      labels: { 'kargo.akuity.io/stage': name },
    },
    status: {
      phase: 'Successful',
      metricResults: ['error-rate', 'latency', 'smoke'].map(metric => ({
        name: metric,
        phase: 'Successful',
        successful: 5,
        measurements: Array.from({ length: 5 }, (_, index) => ({
          phase: 'Successful',
          value: `[0.0${index}]`,
        })),
      })),
    },
  };
}
