import type { Freight } from '../model/freight';
import type { PromotionRow } from '../model/promotionRow';
import type { FreightRequest, Stage } from '../model/stage';

export const ORIGIN = 'Warehouse/orders';

const NO_ARTIFACTS = { commits: [], images: [], charts: [], others: [] };

/** A request for freight of the warehouse `orders`. */
export function request(
  overrides: Partial<FreightRequest> = {},
): FreightRequest {
  return {
    origin: ORIGIN,
    warehouse: 'orders',
    direct: false,
    stages: [],
    requiredSoakSeconds: undefined,
    availability: 'OneOf',
    selection: 'NewestFreight',
    ...overrides,
  };
}

/** A healthy stage that takes freight from the given ones, or from the warehouse. */
export function stage(
  name: string,
  upstream: readonly string[] = [],
  overrides: Partial<Stage> = {},
): Stage {
  return {
    project: 'orders',
    name,
    labels: {},
    controlFlow: false,
    shard: undefined,
    requests: [
      request(
        upstream.length === 0 ? { direct: true } : { stages: [...upstream] },
      ),
    ],
    upstream,
    steps: ['git-clone'],
    verifies: true,
    phase: 'steady',
    phaseMessage: undefined,
    health: 'Healthy',
    healthIssues: [],
    history: [],
    freight: undefined,
    verification: undefined,
    autoPromotion: true,
    holds: [],
    currentPromotion: undefined,
    lastPromotion: undefined,
    argocdApps: [],
    window: undefined,
    ...overrides,
  };
}

/** What a stage remembers to have, with the phases of its verifications, the newest first. */
export function collection(
  name: string,
  phases: readonly string[] = [],
): Stage['history'][number] {
  return {
    id: undefined,
    items: [
      {
        origin: ORIGIN,
        name,
        version: name,
        artifacts: NO_ARTIFACTS,
      },
    ],
    verifications: phases.map(phase => ({
      id: phase,
      phase,
      message: undefined,
      actor: undefined,
      startedAt: undefined,
      finishedAt: undefined,
      analysisRun: undefined,
    })),
  };
}

/** Freight of the warehouse `orders`; its name is its version. */
export function freight(
  name: string,
  overrides: Partial<Freight> = {},
): Freight {
  return {
    project: 'orders',
    name,
    alias: undefined,
    version: name,
    artifacts: NO_ARTIFACTS,
    origin: ORIGIN,
    warehouse: 'orders',
    discoveredAt: '2026-11-21T08:00:00Z',
    currentlyIn: [],
    verifiedIn: [],
    approvedFor: [],
    ...overrides,
  };
}

/** That freight was verified in a stage, and how long it soaked there at most. */
export function verified(stageName: string, longestSoakSeconds?: number) {
  return { stage: stageName, verifiedAt: undefined, longestSoakSeconds };
}

/** A row of a promotion; names sort by creation. */
export function promotionRow(
  name: string,
  overrides: Partial<PromotionRow> = {},
): PromotionRow {
  return {
    project: 'orders',
    name,
    uid: name,
    stage: 'prod',
    freight: '1.0.1',
    phase: 'Succeeded',
    shard: undefined,
    actor: undefined,
    rollback: false,
    createdAt: undefined,
    ...overrides,
  };
}
