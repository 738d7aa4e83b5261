import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  EMPTY_LEDGER,
  addLedgers,
  ledgerTotal,
  ledgerView,
  type Overview,
} from '@fairway/plugin-gpu-capacity-common';
import { PERIOD_MS, periodStart } from '../history/periods';
import { classCosts } from './classCosts';
import { costTrend } from './costTrend';
import type { Estate, EstateState } from './Estate';
import { exhaustionEstimates } from './exhaustion';
import { HOURS_A_MONTH } from './money';
import { overviewHeadline } from './overviewHeadline';
import { ownerCosts } from './ownerCosts';
import { reclaimList } from './reclaim';
import { VisibleEntities } from './VisibleEntities';

const TREND_DAYS = 30;

/** All clusters, what they cost, and what could be given back, as one caller may know it. */
export class OverviewService {
  readonly #estate: Pick<Estate, 'get'>;
  readonly #visible: VisibleEntities;
  readonly #now: () => number;

  /** @param options - `now`: in milliseconds since 1970 */
  constructor(options: {
    readonly catalog: CatalogService;
    readonly estate: Pick<Estate, 'get'>;
    readonly now?: () => number;
  }) {
    this.#estate = options.estate;
    this.#visible = new VisibleEntities(options);
    this.#now = options.now ?? Date.now;
  }

  async getOverview(options: {
    readonly credentials: BackstageCredentials;
  }): Promise<Overview> {
    const estate = await this.#estate.get();
    const [titles, clusterRefs] = await Promise.all([
      this.#visible.titles(refsOf(estate), options),
      this.#visible.clusterRefs(options),
    ]);
    const { clusters, books, days } = estate;
    const ledger = clusters.reduce(
      (sum, cluster) => addLedgers(sum, cluster.ledger),
      EMPTY_LEDGER,
    );
    const now = this.#now();
    const trendStart = periodStart('day', now) - TREND_DAYS * PERIOD_MS.day;
    const reclaim = reclaimList({ clusters, titles, books });
    const overview: Omit<Overview, 'headline'> = {
      clusters: clusters.map(({ view }) => ({
        ...view,
        ...(clusterRefs.has(view.name) && {
          entityRef: clusterRefs.get(view.name),
        }),
      })),
      devices: ledgerView(ledger),
      owned: ledgerTotal(ledger),
      uncounted: uncountedOf(estate),
      cost: {
        period: 'month',
        hours: HOURS_A_MONTH,
        ...classCosts(clusters, books),
        byOwner: ownerCosts({
          holdings: clusters.flatMap(({ holdings }) => holdings),
          titles,
          books,
        }),
        trend: costTrend(
          days.filter(({ start }) => start >= trendStart),
          clusters,
          books,
        ),
      },
      reclaim: reclaim.entries,
      reclaimable: reclaim.found,
      exhaustion: exhaustionEstimates(days, now),
    };
    return { ...overview, headline: overviewHeadline(overview) };
  }
}

function refsOf({ clusters }: EstateState): Set<string> {
  const refs = new Set<string>();
  for (const { holdings } of clusters) {
    for (const { entity } of holdings) {
      if (!entity) continue;
      refs.add(entity.ref);
      if (entity.owner !== undefined) refs.add(entity.owner);
    }
  }
  return refs;
}

function uncountedOf({ clusters }: EstateState): Overview['uncounted'] {
  const units = new Map<string, number>();
  for (const { resource, units: own } of clusters.flatMap(
    ({ uncounted }) => uncounted,
  )) {
    units.set(resource, (units.get(resource) ?? 0) + own);
  }
  return [...units].map(([resource, count]) => ({ resource, units: count }));
}
