import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  nodePricesQuery,
  readNodePrices,
  type HourlyPrice,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { Refreshed } from '../prometheus/Refreshed';
import type { NodePrices } from './Prices';

type NodePriceMap = ReadonlyMap<string, HourlyPrice>;

/** Prices change seldom. */
const LIFETIME_MS = 10 * 60_000;

/** Reads what OpenCost says of nodes. Where it cannot be read there are no prices, which does not mean that it is free. */
export class PrometheusNodePrices implements NodePrices {
  readonly #clusters: ReadonlyMap<string, Refreshed<NodePriceMap>>;

  /** @param options - `currency`: in which OpenCost is configured */
  constructor(options: {
    readonly clusters: readonly ClusterMetricsConfig[];
    readonly currency: string;
    readonly logger: LoggerService;
    readonly now?: () => number;
  }) {
    const { clusters, currency, logger, now = Date.now } = options;
    this.#clusters = new Map(
      clusters.map(settings => {
        const client = new PrometheusClient(settings);
        const load = async (): Promise<NodePriceMap> => {
          const answer = await client.query(nodePricesQuery(settings.matchers));
          if (answer.status === 'answered') {
            return readNodePrices(answer.series, currency);
          }
          logger.warn(
            `The prices of nodes of ${settings.cluster} could not be read: ${answer.reason}`,
          );
          return new Map();
        };
        return [
          settings.cluster,
          new Refreshed({ load, lifetimeMs: () => LIFETIME_MS, now }),
        ];
      }),
    );
  }

  async of(cluster: string): Promise<NodePriceMap> {
    return (await this.#clusters.get(cluster)?.get()) ?? new Map();
  }
}
