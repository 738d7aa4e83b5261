import {
  KARGO_WORKLOAD_SELECTOR,
  LABEL_ANALYSIS_STAGE,
  LABEL_CONTROLLER,
  readAnalysisRun,
  readController,
  readFreight,
  readKargoWorkload,
  readProject,
  readPromotionConfig,
  readPromotionRow,
  readStage,
  readWarehouse,
} from '@fairway/plugin-kargo-common';
import type {
  ResourceProjection,
  ResourceQuery,
  ResourceType,
} from '@fairway/kubernetes-resources';

/** A resource that is watched on a control plane, and what is kept of each object. */
export interface WatchedResource<T>
  extends Pick<ResourceQuery, 'resource' | 'labelSelector' | 'as'> {
  readonly projection: ResourceProjection<T>;
}

const kargo = (plural: string): ResourceType => ({
  group: 'kargo.akuity.io',
  apiVersion: 'v1alpha1',
  plural,
});

const watched = <T>(resource: WatchedResource<T>) => resource;

export const PROJECTS = watched({
  resource: kargo('projects'),
  projection: { id: 'kargo.project', trim: readProject },
});

/** Promotion windows of projects, since Kargo v1.5. */
export const PROJECT_CONFIGS = watched({
  resource: kargo('projectconfigs'),
  projection: { id: 'kargo.project-config', trim: readPromotionConfig },
});

/** Promotion windows of the control plane, since Kargo v1.6. */
export const CLUSTER_CONFIGS = watched({
  resource: kargo('clusterconfigs'),
  projection: { id: 'kargo.cluster-config', trim: readPromotionConfig },
});

export const WAREHOUSES = watched({
  resource: kargo('warehouses'),
  projection: { id: 'kargo.warehouse', trim: readWarehouse },
});

export const STAGES = watched({
  resource: kargo('stages'),
  projection: { id: 'kargo.stage', trim: readStage },
});

/** The plural of Freight is `freights`. */
export const FREIGHTS = watched({
  resource: kargo('freights'),
  projection: { id: 'kargo.freight', trim: readFreight },
});

/** Rows: a busy project has tens of thousands, of 8 kB each. */
export const PROMOTIONS = watched({
  resource: kargo('promotions'),
  as: 'rows',
  projection: { id: 'kargo.promotion-row', trim: readPromotionRow },
});

/** Heartbeats of the controllers. */
export const CONTROLLERS = watched({
  resource: {
    group: 'coordination.k8s.io',
    apiVersion: 'v1',
    plural: 'leases',
  },
  labelSelector: LABEL_CONTROLLER,
  projection: { id: 'kargo.controller', trim: readController },
});

/** Kargo itself, which tells its versions. What runs in other clusters is not among them. */
export const WORKLOADS = watched({
  resource: { group: 'apps', apiVersion: 'v1', plural: 'deployments' },
  labelSelector: KARGO_WORKLOAD_SELECTOR,
  projection: { id: 'kargo.workload', trim: readKargoWorkload },
});

/** Verifications of Kargo, not those of rollouts. */
export const ANALYSIS_RUNS = watched({
  resource: {
    group: 'argoproj.io',
    apiVersion: 'v1alpha1',
    plural: 'analysisruns',
  },
  labelSelector: LABEL_ANALYSIS_STAGE,
  projection: { id: 'kargo.analysis-run', trim: readAnalysisRun },
});
