import type { JsonObject } from '@backstage/types';
import { discoveryTime } from './autoPromotion';
import type { KargoContext } from './KargoContext';
import { freightsOf, stagesOf, warehousesOf } from './KargoContext';
import type { Promotion } from './kargoSchemas';
import { plannedFailure, SCENARIOS } from './scenarios';
import {
  CHANCE_FAILURES,
  PLANNED_FAILURES,
  type StepFailure,
} from './stepFailures';
import { FREIGHT_COUNT } from './WarehouseReconciler';

const MIN_STEP_MS = 500;
const MAX_STEP_MS = 1300;
const FAILURE_RATE = 0.15;
/** The first Freight of a Warehouse always get through, so that a new project's way to production is dependable. */
const SAFE_FREIGHT = 2;
/** Of a Stage with a scenario: it holds something when things begin to go wrong. */
const SAFE_IN_SCENARIO = 1;

export function stepAlias(promotion: Promotion, index: number): string {
  return promotion.spec.steps[index]?.as ?? `step-${index + 1}`;
}

export function stepDurationMs(
  { clock, random }: KargoContext,
  promotion: Promotion,
  index: number,
): number {
  const key = [
    'step',
    promotion.metadata.namespace,
    promotion.spec.stage,
    index,
  ];
  return clock.scaled(
    random.between(MIN_STEP_MS, MAX_STEP_MS, ...key, promotion.spec.freight),
  );
}

function annotationsOfStage(
  context: KargoContext,
  { metadata, spec }: Promotion,
): Readonly<Record<string, string>> {
  const stage = stagesOf(context, metadata.namespace).find(
    ({ metadata: { name } }) => name === spec.stage,
  );
  return stage?.metadata.annotations ?? {};
}

/** Whether a step waits for somebody who does not come. */
export function isWaitingStep(
  context: KargoContext,
  promotion: Promotion,
  index: number,
): boolean {
  const alias = annotationsOfStage(context, promotion)[SCENARIOS.waitingStep];
  return (
    alias === stepAlias(promotion, index) &&
    freightSequence(context, promotion) >= SAFE_IN_SCENARIO
  );
}

/** How many Freight of its Warehouse were found before this one; those that are gone by now count too. */
function freightSequence(context: KargoContext, promotion: Promotion): number {
  const { namespace } = promotion.metadata;
  const freights = freightsOf(context, namespace);
  const own = freights.find(
    ({ metadata }) => metadata.name === promotion.spec.freight,
  );
  const warehouse = warehousesOf(context, namespace).find(
    ({ metadata }) => metadata.name === own?.origin.name,
  );
  if (!own || !warehouse) {
    return 0;
  }
  const found = Number(warehouse.metadata.annotations[FREIGHT_COUNT] ?? 0);
  const later = freights.filter(
    other =>
      other.origin.name === own.origin.name &&
      discoveryTime(other) > discoveryTime(own),
  );
  return found - later.length - 1;
}

export function failureOfStep(
  context: KargoContext,
  promotion: Promotion,
  index: number,
): StepFailure | undefined {
  const sequence = freightSequence(context, promotion);
  const alias = stepAlias(promotion, index);
  const planned = plannedFailure(annotationsOfStage(context, promotion));
  if (planned?.alias === alias && sequence >= SAFE_IN_SCENARIO) {
    return PLANNED_FAILURES[planned.failure]?.(alias, promotion);
  }
  const { namespace, name } = promotion.metadata;
  const unlucky =
    context.random.fraction('failure', namespace, name, index) < FAILURE_RATE;
  const failure = CHANCE_FAILURES[promotion.spec.steps[index]?.uses ?? ''];
  return unlucky && sequence >= SAFE_FREIGHT
    ? failure?.(alias, promotion)
    : undefined;
}

/** What a step leaves in `status.state`. */
export function stepOutput(
  { random }: KargoContext,
  promotion: Promotion,
  index: number,
): JsonObject {
  const { stage, freight } = promotion.spec;
  const commit = random.hex(
    40,
    'output',
    promotion.metadata.namespace,
    stage,
    freight,
  );
  switch (promotion.spec.steps[index]?.uses) {
    case 'git-commit':
      return { commit };
    case 'git-open-pr':
    case 'git-wait-for-pr':
      return { pr: pullRequest(promotion, random) };
    case 'git-push':
      return { branch: `stage/${stage}`, commit };
    default:
      return {};
  }
}

/** The pull request of a promotion: open until the step that waits for it has come to its end. */
function pullRequest(
  { metadata, spec }: Promotion,
  random: KargoContext['random'],
): JsonObject {
  const id = Math.floor(random.between(100, 900, 'pr', metadata.name));
  return {
    id,
    url: `https://git.example.com/gitops/${metadata.namespace}/pull/${id}`,
    open: true,
    merged: false,
    head: `promote/${spec.stage}`,
  };
}
