import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { HumanDuration } from '@backstage/types';
import type { ScorecardConfig } from '../config';
import { CatalogSource } from './CatalogSource';
import type { FactSource } from './FactSource';
import { ScaffolderSource } from './ScaffolderSource';

/** A source and how often it is polled. */
export interface ScheduledSource {
  readonly source: FactSource;
  readonly interval: HumanDuration;
}

/** The sources that are switched on. */
export function createSources(options: {
  readonly config: ScorecardConfig;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly scaffolder: ScaffolderService;
}): ScheduledSource[] {
  const { config, auth, catalog, scaffolder } = options;
  const sources: ScheduledSource[] = [];
  if (config.catalog) {
    const { componentTypes, interval } = config.catalog;
    sources.push({
      source: CatalogSource.create({ catalog, auth, componentTypes }),
      interval,
    });
  }
  if (config.scaffolder) {
    sources.push({
      source: ScaffolderSource.create({ scaffolder, auth }),
      interval: config.scaffolder.interval,
    });
  }
  return sources;
}
