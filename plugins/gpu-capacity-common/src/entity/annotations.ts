/** Cluster of a pool, as named in the Kubernetes configuration. @public */
export const ANNOTATION_GPU_CLUSTER = 'gpu-capacity/cluster';

/** Label selector of the nodes of a pool; all nodes of the cluster by default. @public */
export const ANNOTATION_GPU_NODE_SELECTOR = 'gpu-capacity/node-selector';
