import type { HumanDuration } from '@backstage/types';

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
  };
}
