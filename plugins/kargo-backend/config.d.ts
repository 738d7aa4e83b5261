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
  };
}
