import type { KubernetesObjectRef } from '../KubernetesObjectRef';
import type { LabelSelector } from '../labelSelector';
import type { UnreadableObject } from '../unreadable';

/**
 * How an entity of the catalog finds its workloads, by the standard annotations of the Kubernetes plugin.
 *
 * @see https://backstage.io/docs/features/kubernetes/configuration#surfacing-your-kubernetes-components-as-part-of-an-entity
 *
 * @public
 */
export interface CatalogWorkloadLink {
  readonly entityRef: string;
  /** Of `backstage.io/kubernetes-id`. */
  readonly kubernetesId?: string | undefined;
  /** Of `backstage.io/kubernetes-label-selector`; it wins over the id. */
  readonly selector?: LabelSelector | undefined;
  /** Of `backstage.io/kubernetes-namespace`. */
  readonly namespace?: string | undefined;
}

/**
 * What is known beside the workloads.
 *
 * @public
 */
export interface UnlinkedContext {
  /** ISO 8601. */
  readonly observedAt: string;
  /** Namespace objects of the cluster. */
  readonly namespaces: readonly unknown[];
  /** All entities that name workloads. */
  readonly links: readonly CatalogWorkloadLink[];
  /** Labels or annotations of a namespace that name its owner. Absent: {@link DEFAULT_OWNER_KEYS}. */
  readonly ownerKeys?: readonly string[];
  /** `*` stands for any characters. Absent: {@link SYSTEM_NAMESPACES}. */
  readonly ignoredNamespaces?: readonly string[];
  /** Younger workloads are left out. Absent: 7. */
  readonly minimumAgeDays?: number;
}

/**
 * A workload that nobody in the catalog calls theirs.
 *
 * @public
 */
export interface UnlinkedWorkload {
  /** Derived from the object, so that looking again finds the same one. */
  readonly id: string;
  readonly object: KubernetesObjectRef;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Whole days. */
  readonly ageDays: number;
  /** `no-link`: nothing names it; `id-without-entity`: it has an id that no entity has. */
  readonly rule: 'no-link' | 'id-without-entity';
}

/**
 * A workload that is linked, or that need not be.
 *
 * @public
 */
export interface PassedOverWorkload {
  readonly object: KubernetesObjectRef;
  /** Name of the rule that says so. */
  readonly rule: string;
  readonly why: string;
  /** Too little is known to say. */
  readonly undecidable: boolean;
}

/**
 * Which workloads are linked to nothing, which are passed over and why, and what cannot be read.
 *
 * @public
 */
export interface UnlinkedFindings {
  readonly unlinked: readonly UnlinkedWorkload[];
  readonly passedOver: readonly PassedOverWorkload[];
  readonly unreadable: readonly UnreadableObject[];
}
