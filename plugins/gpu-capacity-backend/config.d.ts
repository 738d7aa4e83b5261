import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** GPU capacity view */
  gpuCapacity?: {
    /**
     * Clusters whose pods are searched for what a component holds, by their name in
     * `kubernetes.clusterLocatorMethods`. By default every configured cluster.
     * @visibility backend
     */
    clusters?: string[];
    /**
     * Entity refs of the groups that may know the names of all pods, and that hear of lost devices, such as
     * `group:default/platform`. Others know the names of what they own only.
     * @visibility backend
     */
    platformTeams?: string[];
    /** What resources of device plugins are that Fairway does not know, or knows wrongly. */
    accelerators?: Array<{
      /**
       * Name of the resource, in which `*` stands for anything, such as `example.com/npu`.
       * @visibility backend
       */
      resource: string;
      /**
       * What one unit of it is.
       * @visibility backend
       */
      kind:
        | 'device'
        | 'partition'
        | 'shared'
        | 'fraction'
        | 'not-a-device'
        | 'unclassified';
      /**
       * How many units make a device; for fractions.
       * @visibility backend
       */
      unitsPerDevice?: number;
    }>;
    /** Products of nodes whose labels do not name them. */
    products?: Array<{
      /**
       * Value of the label `node.kubernetes.io/instance-type`.
       * @visibility backend
       */
      instanceType: string;
      /** @visibility backend */
      product: string;
    }>;
    /**
     * Prometheus, or what speaks its query API, for the metrics of devices. Without it nothing is said about what held
     * devices do.
     */
    metrics?: Array<{
      /**
       * Name of the cluster in `kubernetes.clusterLocatorMethods`.
       * @visibility backend
       */
      cluster: string;
      /**
       * Address, without the path of the API: `/api/v1/query` is added.
       * @visibility backend
       */
      url: string;
      /** Credentials; none by default. */
      auth?:
        | {
            /** @visibility backend */
            type: 'bearer';
            /** @visibility secret */
            token: string;
          }
        | {
            /** @visibility backend */
            type: 'basic';
            /** @visibility secret */
            username: string;
            /** @visibility secret */
            password: string;
          };
      /** Further headers, such as `X-Scope-OrgID`. */
      headers?: {
        /** @visibility secret */
        [name: string]: string;
      };
      /** Labels that the series of this cluster have, where one Prometheus has those of several. */
      matchers?: {
        /** @visibility backend */
        [label: string]: string;
      };
      /**
       * Units by the name of the metric, where its values do not prove them: `ratio`, `percent`, `MiB`, `bytes`.
       */
      units?: {
        /** @visibility backend */
        [metric: string]:
          | 'ratio'
          | 'percent'
          | 'MiB'
          | 'bytes'
          | 'watts'
          | 'code';
      };
      /**
       * `MetricsFieldPrefix` of AMD's device metrics exporter; none by default.
       * @visibility backend
       */
      amdPrefix?: string;
      /** When a held device is idle. */
      idle?: {
        /**
         * It is idle if it was busy for a smaller share of the time than this all through the window; 5 by default.
         * @visibility backend
         */
        busyPercent?: number;
        /** 30 minutes by default, a day at most. */
        window?: {
          /** @visibility backend */
          seconds?: number;
          /** @visibility backend */
          minutes?: number;
          /** @visibility backend */
          hours?: number;
          /** @visibility backend */
          days?: number;
        };
        /**
         * Idle devices that hold more memory than this are told apart; 1024 by default.
         * @visibility backend
         */
        memoryFloorMiB?: number;
      };
      /** Longest time for an answer; 10 seconds by default. */
      timeout?: {
        /** @visibility backend */
        seconds?: number;
        /** @visibility backend */
        minutes?: number;
        /** @visibility backend */
        hours?: number;
        /** @visibility backend */
        days?: number;
      };
    }>;
    /** What whole devices cost. Devices without a price are shown as such, not as free. */
    prices?: Array<{
      /**
       * Product as the nodes name it, such as `NVIDIA-H100-80GB-HBM3`.
       * @visibility backend
       */
      product: string;
      /**
       * Price of one device for an hour.
       * @visibility backend
       */
      perHour: number;
      /**
       * ISO 4217 code, such as `EUR`.
       * @visibility backend
       */
      currency: string;
    }>;
    /** Prices of nodes that OpenCost exports to the Prometheus of `metrics`, for products that are not in `prices`. */
    nodePrices?: {
      /**
       * ISO 4217 code of the currency in which OpenCost is configured: its metrics do not say it.
       * @visibility backend
       */
      currency: string;
    };
    /** How long it is kept what accelerators did. What is older is deleted once a day. */
    history?: {
      /** Every five minutes; 7 days by default, 6 hours at least. */
      snapshots?: HumanDuration | string;
      /** By the hour; 90 days by default, 3 days at least. */
      hourly?: HumanDuration | string;
      /** By the day; 760 days by default, 30 days at least. */
      daily?: HumanDuration | string;
    };
    /** What is made of queues, on the pages and in notifications. */
    queues?: {
      /**
       * A queue starves when a workload has waited longer than this for what is within its own share while others
       * borrow it; 15 minutes by default, a minute at least, 30 days at most.
       */
      starvingAfter?: HumanDuration | string;
    };
    /** What is told to owners and platform teams. */
    notifications?: {
      /**
       * After so many hours the owner of an entity is told that its pods hold devices which are not busy; 12 by default.
       * @visibility backend
       */
      idleHours?: number;
    };
  };
}
