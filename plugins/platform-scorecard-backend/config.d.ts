import type { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * The platform scorecard. Everything is optional: with no configuration, adoption and time to value are read from the
   * catalog, the scaffolder and the facts that other plugins report.
   *
   * @visibility backend
   */
  platformScorecard?: {
    /**
     * IANA zone in which weeks begin and end, such as Europe/Stockholm. All readers see the same weeks. Default: UTC.
     *
     * @visibility backend
     */
    timeZone?: string;
    /**
     * CloudEvents sources whose facts are simulated. The page labels them and lets the reader leave them out.
     *
     * @visibility backend
     */
    syntheticSources?: string[];
    /**
     * How people are kept apart without being kept.
     *
     * @visibility backend
     */
    actors?: {
      /**
       * Secrets of the keyed hash that stands for a person, at least 32 characters each. The first is in use; put a new one
       * in front to rotate, and leave the old one behind it as long as what was stored under it should still be found when
       * a person is erased. Default: one that the plugin makes and keeps in its database, where whoever reads the database
       * can read it as well.
       *
       * @visibility secret
       */
      secrets?: string[];
    };
    /**
     * What is taken over HTTP.
     *
     * @visibility backend
     */
    ingest?: {
      /**
       * Most facts that one sender may send in a minute to one replica. Default: 300,000.
       *
       * @visibility backend
       */
      factsPerMinute?: number;
    };
    /**
     * What the backend polls by itself.
     *
     * @visibility backend
     */
    sources?: {
      /**
       * Runs of templates, read from the scaffolder.
       *
       * @visibility backend
       */
      scaffolder?: {
        /**
         * Whether to read it. Default: true.
         *
         * @visibility backend
         */
        enabled?: boolean;
        /**
         * How often to look. Default: 10 seconds.
         *
         * @visibility backend
         */
        interval?: HumanDuration | string;
      };
      /**
       * Services, read from the catalog: the denominator of adoption.
       *
       * @visibility backend
       */
      catalog?: {
        /**
         * Whether to read it. Default: true.
         *
         * @visibility backend
         */
        enabled?: boolean;
        /**
         * How often to look. Default: 30 seconds.
         *
         * @visibility backend
         */
        interval?: HumanDuration | string;
        /**
         * Components of these `spec.type` are services. Default: service and website.
         *
         * @visibility backend
         */
        componentTypes?: string[];
      };
    };
  };
}
