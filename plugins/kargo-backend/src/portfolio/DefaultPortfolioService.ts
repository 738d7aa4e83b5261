import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  portfolioPage,
  type Portfolio,
  type PortfolioQuery,
} from '@fairway/plugin-kargo-common';
import { readControlsConfig } from '../controls/readControlsConfig';
import type { StageControls } from '../controls/StageControls';
import type { ControlPlanes } from '../services/ControlPlanes';
import { CallerEntities } from './CallerEntities';
import {
  ControlPlaneFinder,
  type FoundControlPlanes,
} from './FoundControlPlanes';
import { placementOf } from './placement';
import type { PortfolioService } from './PortfolioService';
import { ProjectItems } from './ProjectItems';
import { readDriftLimits } from './readDriftLimits';

/** Joins the catalog, with the rights of the caller, with the watches of the control planes. */
export class DefaultPortfolioService implements PortfolioService {
  static fromConfig(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly config: RootConfigService;
    readonly controlPlanes: ControlPlanes;
    readonly controls: StageControls;
    readonly logger: LoggerService;
  }): DefaultPortfolioService {
    const { config, controls, logger } = options;
    const { riskClasses } = readControlsConfig(config);
    const drift = readDriftLimits(config);
    return new DefaultPortfolioService({
      entities: new CallerEntities(options),
      finder: new ControlPlaneFinder(options),
      items: new ProjectItems({ controls, riskClasses, drift, logger }),
    });
  }

  readonly #entities: CallerEntities;
  readonly #finder: ControlPlaneFinder;
  readonly #items: ProjectItems;

  private constructor(options: {
    readonly entities: CallerEntities;
    readonly finder: ControlPlaneFinder;
    readonly items: ProjectItems;
  }) {
    this.#entities = options.entities;
    this.#finder = options.finder;
    this.#items = options.items;
  }

  async getPortfolio(
    query: PortfolioQuery,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<Portfolio> {
    const [entities, found] = await Promise.all([
      this.#entities.list(options.credentials),
      this.#finder.find(),
    ]);
    const placements = entities.map(entity => placementOf(entity, found));
    const computed = await this.#items.of(
      placements.flatMap(({ projects }) => projects),
    );
    const oldestMs = Math.min(
      Date.now(),
      ...computed.map(({ at }) => at.getTime()),
    );
    return {
      ...portfolioPage(
        [
          ...computed.map(({ item }) => item),
          ...placements.flatMap(({ unknown }) => unknown),
        ],
        query,
      ),
      notices: notices(entities.length, found),
      asOf: new Date(oldestMs).toISOString(),
    };
  }
}

function notices(entities: number, found: FoundControlPlanes): string[] {
  const { controlPlanes, unreadable } = found;
  const away = unreadable.map(
    ({ name, reason }) => `${name} could not be read: ${reason}.`,
  );
  if (entities === 0) {
    away.push(
      'No entity that you may see has a Kargo project. Set the annotation kargo/project of a component to the name of its Kargo project.',
    );
  }
  if (controlPlanes.length === 0 && unreadable.length === 0) {
    away.push(
      'No cluster with a Kargo control plane was found. Clusters come from kubernetes.clusterLocatorMethods in the configuration.',
    );
  }
  return away;
}
