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
