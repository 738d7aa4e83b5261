import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactSource } from './FactSource';

/**
 * Takes further sources of facts.
 *
 * @public
 */
export interface FactSourcesExtensionPoint {
  /** @throws `ConflictError` where a source with this id is there already */
  addSource(source: FactSource): void;
}

/**
 * Lets modules tell the scorecard what happened in other systems. The scorecard polls them in one replica at a time, keeps
 * their cursors, and shows how current they are.
 *
 * @public
 */
export const factSourcesExtensionPoint =
  createExtensionPoint<FactSourcesExtensionPoint>({
    id: 'platform-scorecard.fact-sources',
  });
