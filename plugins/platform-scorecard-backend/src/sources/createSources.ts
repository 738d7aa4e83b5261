import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { ScorecardConfig } from '../config';
import { CatalogSource } from './CatalogSource';
import { ScaffolderSource } from './ScaffolderSource';

/** The sources of the scorecard itself that are switched on. */
export function createSources(options: {
  readonly config: ScorecardConfig;
  readonly auth: AuthService;
  readonly events: EventsService;
  readonly catalog: CatalogService;
  readonly scaffolder: ScaffolderService;
}): readonly FactSource[] {
  const { config, auth, catalog, events, scaffolder } = options;
  return [
    ...(config.catalog
      ? [CatalogSource.create({ catalog, auth, ...config.catalog })]
      : []),
    ...(config.scaffolder
      ? [
          ScaffolderSource.create({
            scaffolder,
            auth,
            events,
            ...config.scaffolder,
          }),
        ]
      : []),
  ];
}
