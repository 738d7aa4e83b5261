import { readRiskClasses } from '../controls/riskClass';
import { collection, freight, stage } from '../__fixtures__/pipelineObjects';
import type { Freight } from '../model/freight';
import type { Stage } from '../model/stage';
import { ProjectState, type ProjectStateOptions } from '../view/ProjectState';
import { DEFAULT_DRIFT_LIMITS } from './findings/drift';
import type { PortfolioItem } from './portfolioItem';
import type { PortfolioProject } from './PortfolioProject';

export const at = new Date('2026-11-21T12:00:00Z');

/** Freight that was found at a time and is in stages. */
export function found(
  name: string,
  discoveredAt: string,
  overrides: Partial<Freight> = {},
): Freight {
  return freight(name, { discoveredAt, ...overrides });
}

/** A stage that has freight, verified as a rule. */
export function holding(
  name: string,
  version: string,
  upstream: readonly string[] = [],
  overrides: Partial<Stage> = {},
): Stage {
  return stage(name, upstream, {
    freight: { name: version, version },
    history: [collection(version, ['Successful'])],
    verification: 'Successful',
    ...overrides,
  });
}

/** A project of the class `application` on one control plane that is read right now. */
export function project(
  state: Partial<ProjectStateOptions>,
  overrides: Partial<PortfolioProject> = {},
): PortfolioProject {
  return {
    entity: {
      ref: 'component:default/orders',
      title: 'Orders',
      owner: 'group:default/payments',
      system: undefined,
    },
    controlPlane: { name: 'platform', title: 'Platform' },
    project: 'orders',
    stageNames: undefined,
    state: new ProjectState({
      at,
      stages: [],
      freight: [],
      promotions: new Map(),
      controllers: undefined,
      ...state,
    }),
    freshness: { status: 'live', asOf: at.toISOString() },
    warehouses: [],
    projectLabels: {},
    riskAnnotation: 'application',
    riskClasses: readRiskClasses({}),
    drift: DEFAULT_DRIFT_LIMITS,
    ...overrides,
  };
}

/** An item as a literal. */
export function item(
  title: string,
  overrides: Partial<PortfolioItem> = {},
): PortfolioItem {
  return {
    entityRef: `component:default/${title}`,
    title,
    project: title,
    controlPlane: { name: 'platform' },
    state: 'steady',
    reason: 'Nothing is on its way.',
    productionVersions: [],
    stages: { good: 1, attention: 0, bad: 0, busy: 0, unknown: 0 },
    shards: ['default'],
    ...overrides,
  };
}
