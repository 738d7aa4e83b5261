import type { JsonObject } from '@backstage/types';
import { encodeTime } from 'ulid';
import {
  FREIGHT_PER_WAREHOUSE,
  PROMOTIONS_PER_STAGE,
  type PipelineStage,
} from './estate';
import { hex, isoTime, numberBelow } from '@fairway/benchmarks';
import { freightName, generationAt } from './syntheticFreight';

/** What a promotion with seven steps weighs as JSON. */
const PROMOTION_BYTES = 8_300;
/** Kargo keeps 14 days. */
const SPACING_MS = (14 * 86_400_000) / PROMOTIONS_PER_STAGE;
const ULID_TIME_LENGTH = 10;

export const STEPS = [
  'git-clone',
  'kustomize-set-image',
  'kustomize-build',
  'git-commit',
  'git-push',
  'argocd-update',
  'http',
].map(uses => ({
  uses,
  as: `step-${uses}`,
  config: { path: './out', repoURL: 'https://git.example.com/gitops.git' },
}));

export const PROMOTION_COLUMNS = [
  'Name',
  'Shard',
  'Stage',
  'Freight',
  'Phase',
  'Age',
].map(name => ({ name, type: 'string', format: '', priority: 0 }));

/** A promotion of a stage; 0 is the newest. */
interface PromotionKey {
  readonly stage: PipelineStage;
  readonly age: number;
  readonly nowMs: number;
  /** What differs from the promotions of the past: those that come while it is measured. */
  readonly phase?: string;
}

function freightOf({ stage, age }: PromotionKey): string {
  const generation = Math.max(
    0,
    generationAt(stage.level) - Math.floor(age / 10),
  );
  return freightName({ ...stage, generation });
}

export function promotionName(
  stage: PipelineStage,
  age: number,
  nowMs: number,
): string {
  const createdMs = nowMs - Math.round((age + 0.5) * SPACING_MS);
  const random = hex(`ulid/${stage.project}/${stage.name}/${age}`, 16);
  const freight = freightOf({ stage, age, nowMs }).slice(0, 7);
  const time = encodeTime(createdMs, ULID_TIME_LENGTH).toLowerCase();
  return `${stage.name}.${time}${random}.${freight}`;
}

function phaseOf({ stage, age, phase }: PromotionKey): string {
  const failed =
    age > 0 && numberBelow(20, `failed/${stage.name}/${age}`) === 0;
  return phase ?? (failed ? 'Errored' : 'Succeeded');
}

function metadataOf(key: PromotionKey, resourceVersion: number) {
  const { stage, age, nowMs } = key;
  const name = promotionName(stage, age, nowMs);
  return {
    name,
    namespace: stage.project,
    uid: hex(`uid/${stage.project}/${name}`, 32),
    resourceVersion: String(resourceVersion),
    creationTimestamp: isoTime(nowMs - Math.round((age + 0.5) * SPACING_MS)),
    labels: {
      'kargo.akuity.io/shard': `shard${stage.level % 3}`,
      'kargo.akuity.io/stage': stage.name,
    },
    annotations: { 'kargo.akuity.io/create-actor': 'email:dev@example.com' },
    ownerReferences: [
      {
        apiVersion: 'kargo.akuity.io/v1alpha1',
        kind: 'Stage',
        name: stage.name,
        uid: hex(`uid/${stage.project}/${stage.name}`, 32),
      },
    ],
    managedFields: [
      {
        manager: 'kargo',
        operation: 'Update',
        fieldsV1: { 'f:status': { padding: 'x'.repeat(400) } },
      },
    ],
  };
}

/** The row of a table, with the printer columns of Kargo. */
export function promotionRow(key: PromotionKey, resourceVersion: number) {
  const metadata = metadataOf(key, resourceVersion);
  return {
    cells: [
      metadata.name,
      `shard${key.stage.level % 3}`,
      key.stage.name,
      freightOf(key),
      phaseOf(key),
      '3d',
    ],
    object: {
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata,
    },
  };
}

/** The whole object, of about `PROMOTION_BYTES` as JSON. */
export function syntheticPromotion(
  key: PromotionKey,
  resourceVersion: number,
): JsonObject {
  const metadata = metadataOf(key, resourceVersion);
  const promotion = {
    apiVersion: 'kargo.akuity.io/v1alpha1',
    kind: 'Promotion',
    metadata,
    spec: { stage: key.stage.name, freight: freightOf(key), steps: STEPS },
    status: {
      phase: phaseOf(key),
      startedAt: metadata.creationTimestamp,
      finishedAt: metadata.creationTimestamp,
      currentStep: STEPS.length - 1,
      freight: { name: freightOf(key) },
      stepExecutionMetadata: STEPS.map(({ as }) => ({
        alias: as,
        status: 'Succeeded',
        startedAt: metadata.creationTimestamp,
        finishedAt: metadata.creationTimestamp,
      })),
    },
  };
  const missing = PROMOTION_BYTES - JSON.stringify(promotion).length - 30;
  const state = { padding: 'x'.repeat(Math.max(0, missing)) };
  return { ...promotion, status: { ...promotion.status, state } };
}

/** Freight that a warehouse has at all. */
export const GENERATIONS = Array.from(
  { length: FREIGHT_PER_WAREHOUSE },
  (_, generation) => generation,
);
