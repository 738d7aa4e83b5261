import type { HumanDuration } from '@backstage/types';

/** A change window or a freeze. */
interface CalendarRule {
  /**
   * Short and unique, lower case letters, digits and dashes; people read it in "frozen by rule year-end".
   * @visibility backend
   */
  name: string;
  /**
   * In words; the name by default.
   * @visibility backend
   */
  title?: string;
  /**
   * Why.
   * @visibility backend
   */
  reason?: string;
  /**
   * `allow` is a change window, `deny` a freeze.
   * @visibility backend
   */
  kind: 'allow' | 'deny';
  /**
   * Time zone of the start, by its IANA name.
   * @visibility backend
   */
  timeZone: string;
  /**
   * Local time at which the first one begins, such as `2026-12-19T18:00`.
   * @visibility backend
   */
  start: string;
  /**
   * Recurrence rule of RFC 5545, such as `FREQ=WEEKLY;BYDAY=FR`. Only once by default.
   * @visibility backend
   */
  rrule?: string;
  /**
   * How long each one lasts. Days follow the clocks, hours do not.
   * @visibility backend
   */
  duration: HumanDuration | string;
  /**
   * To what it applies; everything by default. All parts must match.
   * @visibility backend
   */
  scope?: {
    /** @visibility backend */
    riskClasses?: string[];
    /**
     * Names with `*` and `?`, as in the parts below.
     * @visibility backend
     */
    controlPlanes?: string[];
    /** @visibility backend */
    projects?: string[];
    /** @visibility backend */
    stages?: string[];
    /**
     * Labels that the stage must have.
     * @visibility backend
     */
    stageLabels?: { [label: string]: string };
  };
}

export interface Config {
  /** Kargo promotion view */
  kargo?: {
    /**
     * Clusters with a Kargo control plane, by their name in `kubernetes.clusterLocatorMethods`. By default every
     * configured cluster that serves Kargo's stages.
     * @visibility backend
     */
    controlPlanes?: string[];
    /**
     * Where people find Kargo and Argo CD, by the name of the control plane; pages link there.
     * @visibility backend
     */
    links?: {
      [controlPlane: string]: {
        /** Address of Kargo's user interface. */
        kargo?: string;
        /** Addresses of Argo CD by shard; `default` for stages that name none. */
        argocd?: { [shard: string]: string };
      };
    };
    /**
     * Controllers that serve what names no shard though they have a shard themselves (`controller.isDefault` of Kargo's
     * chart), by the name of the control plane. Without it, only a controller without a shard counts as the default one.
     */
    defaultControllers?: {
      /** @visibility backend */
      [controlPlane: string]: string;
    };
    /** Carrying out promotions from Backstage, as the person who asks; off by default */
    execution?: {
      /**
       * Whether stages whose risk class has `executionMode: execute` are promoted from Backstage.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * How people are called on the control planes: by the e-mail address of their profile (default), or by the name of
       * their user entity. The credential of the control plane must be allowed to impersonate them.
       * @visibility backend
       */
      user?: 'email' | 'name';
      /**
       * Whether the names of a person's groups go along.
       * @visibility backend
       */
      groups?: boolean;
      /**
       * By what way the portal acts on a control plane, by its name; `kubernetes` for those that are not named.
       * `kubernetes` promotes and aborts, as the person. `kargo-api` does everything, with the person's own token, which
       * the browser sends along for the one request (`kargoTokenApiRef`); it is never kept.
       */
      executors?: {
        [controlPlane: string]:
          | {
              /** @visibility backend */
              type: 'kubernetes';
            }
          | {
              /** @visibility backend */
              type: 'kargo-api';
              /**
               * Address of Kargo's API, https only (http on the same machine).
               * @visibility backend
               */
              url: string;
            };
      };
    };
    /** What happened to stages, beyond the time for which Kargo keeps it */
    history?: {
      /**
       * How long entries are kept: `{ months: 25 }`, an ISO 8601 duration or text such as `400d`. 25 months by default.
       * @visibility backend
       */
      retention?: HumanDuration | string;
    };
    /**
     * The paths by which promotions are meant to come. What comes by another one is marked in the history and becomes a
     * `bypass.detected` fact. By default `auto`, `portal`, `kargo` and `service`.
     * @visibility backend
     */
    allowedPaths?: Array<
      'auto' | 'portal' | 'kargo' | 'service' | 'kubectl' | 'admin'
    >;
    /**
     * Identities with which the portal creates promotions, as Kargo records them, such as
     * `kubernetes:system:serviceaccount:backstage:portal`. What they annotate about the requester is believed.
     * @visibility backend
     */
    portalIdentities?: string[];

    /**
     * Risk classes by name. `application`, `infrastructure` and `migration` are there already; what is set here
     * replaces the key of the same name, and other names add classes.
     * @visibility backend
     */
    riskClasses?: {
      [name: string]: {
        /**
         * Show only, hand off by a link, or carry out (which must also be switched on).
         * @visibility backend
         */
        executionMode?: 'view' | 'hand-off' | 'execute';
        /**
         * Who must approve; the requester is never one of them.
         * @visibility backend
         */
        approvers?: {
          /**
           * Distinct people, 0 to 10.
           * @visibility backend
           */
          count: number;
          /**
           * Entity refs of groups; the owner of the entity by default.
           * @visibility backend
           */
          groups?: string[];
        };
        /**
         * How long freight must have been in a stage before, whatever the stage asks for.
         * @visibility backend
         */
        minimumSoak?: HumanDuration | string;
        /**
         * Whether freight must be verified, whatever the stage asks for.
         * @visibility backend
         */
        verificationRequired?: boolean;
        /**
         * Whether it is closed unless a change window is open, also where none is defined.
         * @visibility backend
         */
        changeWindowRequired?: boolean;
        /**
         * Change windows and freezes of this class.
         * @visibility backend
         */
        calendar?: CalendarRule[];
        /**
         * What is expected where a promotion turns out bad.
         * @visibility backend
         */
        rollback?: {
          /** @visibility backend */
          expectation: 're-promote' | 'forward-fix' | 'runbook';
          /**
           * Where it is described, with `forward-fix` and `runbook`.
           * @visibility backend
           */
          link?: string;
          /**
           * The step after which there is no way back, with `runbook`.
           * @visibility backend
           */
          pointOfNoReturn?: string;
        };
        /**
         * A promotion that runs longer is called stuck.
         * @visibility backend
         */
        longestDuration?: HumanDuration | string;
      };
    };

    /**
     * Change windows and freezes beside those of the risk classes, of Kargo and of Argo CD.
     * @visibility backend
     */
    freezeCalendar?: CalendarRule[];

    /**
     * Where the Argo CD is with which each shard works, by control plane and shard; `default` for stages that name none.
     * Its sync windows then are part of the freeze calendar. By default it is looked for beside Kargo, for stages without
     * a shard. One that is set here and cannot be read is a warning before each promotion.
     * @visibility backend
     */
    argocd?: {
      [controlPlane: string]: {
        [shard: string]: {
          /**
           * Its cluster, by the name in `kubernetes.clusterLocatorMethods`.
           * @visibility backend
           */
          cluster: string;
          /**
           * Where its AppProjects are. By default they are looked for where the application is, then in `argocd`.
           * @visibility backend
           */
          namespace?: string;
        };
      };
    };

    /** Telling owners that a freeze begins */
    freezeNotices?: {
      /**
       * How long before; 24 hours by default, 60 days at most.
       * @visibility backend
       */
      leadTime?: HumanDuration | string;
      /**
       * A freeze that recurs and is shorter is not told; 12 hours by default.
       * @visibility backend
       */
      shortestRecurring?: HumanDuration | string;
    };

    /** The page over all projects */
    portfolio?: {
      /** From when on production counts as drifted */
      drift?: {
        /**
         * So many newer versions that production does not have; five by default.
         * @visibility backend
         */
        versionsBehind?: number;
        /**
         * And the first of them has been there for so long; seven days by default.
         * @visibility backend
         */
        behindFor?: HumanDuration | string;
        /**
         * So long may regions have different versions; one day by default.
         * @visibility backend
         */
        apartFor?: HumanDuration | string;
      };
    };

    /** Requests for approvals */
    approvals?: {
      /**
       * How long a request may be approved and used; three days by default.
       * @visibility backend
       */
      lifetime?: HumanDuration | string;
    };
  };
}
