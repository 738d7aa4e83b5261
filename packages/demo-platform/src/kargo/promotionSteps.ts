import type { JsonObject } from '@backstage/types';
import { discoveryTime } from './autoPromotion';
import type { KargoContext } from './KargoContext';
import { freightsOf, warehousesOf } from './KargoContext';
import type { Promotion } from './kargoSchemas';
import { FREIGHT_COUNT } from './WarehouseReconciler';

const MIN_STEP_MS = 500;
const MAX_STEP_MS = 1300;
const FAILURE_RATE = 0.15;
/** The first Freight of a Warehouse always get through, so that a new project's way to production is dependable. */
const SAFE_FREIGHT = 2;

/** A step that does not succeed. */
interface StepFailure {
  readonly status: 'Failed' | 'Errored';
  readonly message: string;
}

/** Which failures a kind of step can meet, in the words of Kargo's runners. */
const FAILURES: Readonly<
  Record<string, ((alias: string) => StepFailure) | undefined>
> = {
  'git-push': alias => ({
    status: 'Errored',
    message: `step "${alias}" met error threshold of 1: error pushing commits to remote: error pushing branch: non-fast-forward`,
  }),
  'argocd-update': alias => ({
    status: 'Errored',
    message: `step "${alias}" timed out after 5m0s`,
  }),
  'git-clone': alias => ({
    status: 'Errored',
    message: `step "${alias}" met error threshold of 1: error cloning repository: Authentication failed`,
  }),
  http: alias => ({
    status: 'Failed',
    message: `step "${alias}": HTTP (409) response met failure criteria: "response.status == 409"`,
  }),
};

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
  const step = promotion.spec.steps[index];
  const failure = FAILURES[step?.uses ?? ''];
  const { namespace, name } = promotion.metadata;
  const unlucky =
    context.random.fraction('failure', namespace, name, index) < FAILURE_RATE;
  return failure &&
    unlucky &&
    freightSequence(context, promotion) >= SAFE_FREIGHT
    ? failure(stepAlias(promotion, index))
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
    case 'git-push':
      return { branch: `stage/${stage}`, commit };
    default:
      return {};
  }
}
