import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  FactKind,
  FactList,
  Scorecard,
} from '@fairway/plugin-platform-scorecard-common';

/**
 * Whether facts from simulated sources count.
 *
 * @public
 */
export type SyntheticFacts = 'include' | 'exclude';

/**
 * What the scorecard page reads.
 *
 * @public
 */
export interface PlatformScorecardApi {
  /** @throws `ResponseError` where the backend refuses or fails */
  getScorecard(options: {
    readonly synthetic: SyntheticFacts;
  }): Promise<Scorecard>;
  /** @throws `ResponseError` where the backend refuses or fails */
  listFacts(options: {
    readonly synthetic: SyntheticFacts;
    readonly kind?: FactKind;
    readonly limit: number;
  }): Promise<FactList>;
}

/** @public */
export const platformScorecardApiRef =
  createApiRef<PlatformScorecardApi>().with({
    id: 'plugin.platform-scorecard.client',
    pluginId: 'platform-scorecard',
  });
