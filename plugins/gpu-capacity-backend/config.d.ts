export interface Config {
  /** GPU capacity view */
  gpuCapacity?: {
    /**
     * Clusters whose pods are searched for what a component holds, by their name in
     * `kubernetes.clusterLocatorMethods`. By default every configured cluster.
     * @visibility backend
     */
    clusters?: string[];
  };
}
