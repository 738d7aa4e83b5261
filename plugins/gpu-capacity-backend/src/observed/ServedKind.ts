import type { ResourceProjection } from '@fairway/kubernetes-resources';

/** A kind that a cluster may serve or not. */
export interface ServedKind<T> {
  readonly group: string;
  /** The newest first: the first one that is served is read. */
  readonly versions: readonly string[];
  readonly plural: string;
  readonly projection: ResourceProjection<T>;
}
