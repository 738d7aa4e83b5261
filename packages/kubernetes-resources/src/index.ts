/**
 * Clusters, and list, get and watch of any Kubernetes resource through one shared watch cache.
 *
 * @packageDocumentation
 */
export * from './service';
