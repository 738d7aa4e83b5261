import {
  readFreight,
  readPromotion,
  readStage,
  type Freight,
  type Promotion,
  type Stage,
} from '@fairway/plugin-kargo-common';
import type {
  ResourceProjection,
  ResourceType,
} from '@fairway/kubernetes-resources';

const kargo = (plural: string): ResourceType => ({
  group: 'kargo.akuity.io',
  apiVersion: 'v1alpha1',
  plural,
});

/** What is watched on a control plane, and what is kept of it. */
export const STAGES = {
  resource: kargo('stages'),
  projection: {
    id: 'kargo.stage',
    trim: readStage,
  } satisfies ResourceProjection<Stage>,
} as const;

/** The plural of Freight is `freights`. */
export const FREIGHTS = {
  resource: kargo('freights'),
  projection: {
    id: 'kargo.freight',
    trim: readFreight,
  } satisfies ResourceProjection<Freight>,
} as const;

/** Steps are kept, their configuration is not. */
export const PROMOTIONS = {
  resource: kargo('promotions'),
  projection: {
    id: 'kargo.promotion',
    trim: readPromotion,
  } satisfies ResourceProjection<Promotion>,
} as const;
