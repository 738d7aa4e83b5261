export interface Config {
  /** Kargo promotion view */
  kargo?: {
    /**
     * Clusters with a Kargo control plane, by their name in `kubernetes.clusterLocatorMethods`. By default every
     * configured cluster that serves Kargo's stages.
     * @visibility backend
     */
    controlPlanes?: string[];
  };
}
