import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_GPU_CLUSTER,
  ANNOTATION_GPU_NODE_SELECTOR,
} from './annotations';
import { parseLabelSelector, type LabelRequirement } from './labelSelector';

/**
 * What the GPU page of an entity is about.
 *
 * @public
 */
export type GpuScope =
  | { readonly status: 'none' }
  | { readonly status: 'invalid'; readonly reason: string }
  | {
      readonly status: 'pool';
      readonly cluster: string;
      readonly nodeSelector: readonly LabelRequirement[];
    }
  | {
      readonly status: 'workload';
      /** Absent: all clusters. */
      readonly cluster: string | undefined;
      readonly namespace: string | undefined;
      readonly podSelector: readonly LabelRequirement[];
    };

// The standard annotations of the Kubernetes plugin, https://backstage.io/docs/features/kubernetes/configuration
const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const KUBERNETES_LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Reads the annotations of an entity: a pool or cluster where it names one, otherwise the pods of a component.
 *
 * @public
 */
export function gpuScopeOf(entity: Entity): GpuScope {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[ANNOTATION_GPU_CLUSTER]?.trim();
  if (cluster) {
    const text = annotations[ANNOTATION_GPU_NODE_SELECTOR] ?? '';
    const nodeSelector = parseLabelSelector(text);
    return nodeSelector
      ? { status: 'pool', cluster, nodeSelector }
      : invalidSelector(ANNOTATION_GPU_NODE_SELECTOR, text);
  }
  // As in the Kubernetes plugin, a label selector wins over the id.
  const id = annotations[KUBERNETES_ID]?.trim();
  const text =
    annotations[KUBERNETES_LABEL_SELECTOR]?.trim() ||
    (id && `${KUBERNETES_ID}=${id}`);
  if (!text) return { status: 'none' };
  const podSelector = parseLabelSelector(text);
  return podSelector
    ? {
        status: 'workload',
        cluster: annotations[KUBERNETES_CLUSTER]?.trim() || undefined,
        namespace: annotations[KUBERNETES_NAMESPACE]?.trim() || undefined,
        podSelector,
      }
    : invalidSelector(KUBERNETES_LABEL_SELECTOR, text);
}

function invalidSelector(annotation: string, text: string): GpuScope {
  return {
    status: 'invalid',
    reason: `The annotation ${annotation} is "${text}", which is not a label selector.`,
  };
}
