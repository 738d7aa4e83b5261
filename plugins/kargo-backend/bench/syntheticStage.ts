import type { JsonObject } from '@backstage/types';
import type { PipelineStage } from './estate';
import { hex, isoTime } from '@fairway/benchmarks';
import {
  artifactsOf,
  discoveredMs,
  freightName,
  generationAt,
} from './syntheticFreight';
import { promotionName, STEPS } from './syntheticPromotion';

/** Kargo remembers ten. */
const HISTORY = 10;
const FIRST_MANUAL_LEVEL = 3;

/** A `stages` object with a full history, as they weigh after some months. */
export function syntheticStage(
  stage: PipelineStage,
  options: { readonly nowMs: number; readonly resourceVersion: number },
): JsonObject {
  const { project, warehouse, name, level, upstream, all } = stage;
  const current = generationAt(level);
  const keys = Array.from({ length: HISTORY }, (_, index) => ({
    project,
    warehouse,
    generation: current - index,
  }));
  const finishedAt = isoTime(discoveredMs(keys[0], options.nowMs) + 600_000);
  const verification = (index: number) => ({
    id: hex(`verification/${project}/${name}/${index}`, 32),
    phase: 'Successful',
    startTime: finishedAt,
    finishTime: finishedAt,
    analysisRun: {
      name: `${name}.${index}.${freightName(keys[index]).slice(0, 7)}`,
      namespace: project,
      phase: 'Successful',
    },
  });
  const promotion = promotionName(stage, 0, options.nowMs);
  return {
    apiVersion: 'kargo.akuity.io/v1alpha1',
    kind: 'Stage',
    metadata: {
      name,
      namespace: project,
      uid: hex(`uid/${project}/${name}`, 32),
      resourceVersion: String(options.resourceVersion),
      creationTimestamp: isoTime(options.nowMs - 90 * 86_400_000),
      labels: { 'kargo.akuity.io/shard': `shard${level % 3}` },
      annotations: {
        'kargo.akuity.io/argocd-context': JSON.stringify([
          { name: `${project}-${name}`, namespace: 'argocd' },
        ]),
      },
    },
    spec: {
      shard: `shard${level % 3}`,
      requestedFreight: [
        {
          origin: { kind: 'Warehouse', name: warehouse },
          sources:
            level === 0
              ? { direct: true }
              : {
                  stages: [...upstream],
                  ...(level > 1 && { requiredSoakTime: '24h0m0s' }),
                  ...(all && { availabilityStrategy: 'All' }),
                },
        },
      ],
      promotionTemplate: { spec: { steps: STEPS } },
      verification: { analysisTemplates: [{ name: 'smoke' }] },
    },
    status: {
      observedGeneration: 1,
      autoPromotionEnabled: level < FIRST_MANUAL_LEVEL,
      freightSummary: freightName(keys[0]),
      conditions: ['Ready', 'Healthy', 'Verified'].map(type => ({
        type,
        status: 'True',
        reason: 'Verified',
        message: 'Freight has been verified',
        lastTransitionTime: finishedAt,
      })),
      health: {
        status: 'Healthy',
        output: {
          applicationStatuses: [
            {
              name: `${project}-${name}`,
              conditions: [],
              padding: hex(name).repeat(40),
            },
          ],
        },
      },
      freightHistory: keys.map((key, index) => ({
        id: hex(`collection/${project}/${name}/${index}`),
        items: {
          [`Warehouse/${warehouse}`]: {
            name: freightName(key),
            origin: { kind: 'Warehouse', name: warehouse },
            ...artifactsOf(key),
          },
        },
        verificationHistory: [verification(index)],
      })),
      lastPromotion: {
        name: promotion,
        freight: { name: freightName(keys[0]) },
        finishedAt,
        status: {
          phase: 'Succeeded',
          finishedAt,
          stepExecutionMetadata: STEPS.map(({ as }) => ({
            alias: as,
            status: 'Succeeded',
            startedAt: finishedAt,
            finishedAt,
          })),
          state: { padding: hex(promotion).repeat(20) },
        },
      },
    },
  };
}
