import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KARGO_INSTANCE,
  ANNOTATION_KARGO_PROJECT,
  ANNOTATION_KARGO_RISK_CLASS,
  ANNOTATION_KARGO_STAGES,
  ANNOTATION_KARGO_STAGE_SELECTOR,
  ANNOTATION_KARGO_WAREHOUSE,
} from './annotations';
import { readLabelSelector, type LabelSelector } from './labelSelector';

/**
 * Which part of which Kargo project belongs to an entity.
 *
 * @public
 */
export type KargoScope =
  | { readonly status: 'none' }
  | { readonly status: 'invalid'; readonly reason: string }
  | {
      readonly status: 'project';
      readonly project: string;
      /** Absent: all stages of the project. */
      readonly stages: readonly string[] | undefined;
      /** Absent: stages with every label. */
      readonly stageSelector: LabelSelector | undefined;
      /** Absent: freight of every warehouse. */
      readonly warehouse: string | undefined;
      /** Absent: every control plane that has the project. */
      readonly controlPlanes: readonly string[] | undefined;
      readonly riskClass: string | undefined;
    };

// A project is a namespace: RFC 1123 label.
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Whether an entity has a Kargo project; use it to decide whether to show the tab.
 *
 * @public
 */
export function isKargoAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ANNOTATION_KARGO_PROJECT]);
}

/**
 * Reads the annotations of an entity. A value that cannot be a project name is reported, not repaired.
 *
 * @public
 */
export function kargoScopeOf(entity: Entity): KargoScope {
  const annotations = entity.metadata.annotations ?? {};
  const project = annotations[ANNOTATION_KARGO_PROJECT]?.trim();
  if (!project) return { status: 'none' };
  if (!NAMESPACE.test(project)) {
    return {
      status: 'invalid',
      reason: `The annotation ${ANNOTATION_KARGO_PROJECT} is "${project}"; a Kargo project has lower case letters, digits and dashes.`,
    };
  }
  const selector = annotations[ANNOTATION_KARGO_STAGE_SELECTOR]?.trim();
  const stageSelector = selector ? readLabelSelector(selector) : undefined;
  if (selector && !stageSelector) {
    return {
      status: 'invalid',
      reason: `The annotation ${ANNOTATION_KARGO_STAGE_SELECTOR} is "${selector}", which is no label selector such as "tier in (uat, prod)".`,
    };
  }
  return {
    status: 'project',
    project,
    stages: list(annotations[ANNOTATION_KARGO_STAGES]),
    stageSelector,
    warehouse: annotations[ANNOTATION_KARGO_WAREHOUSE]?.trim() || undefined,
    controlPlanes: list(annotations[ANNOTATION_KARGO_INSTANCE]),
    riskClass: annotations[ANNOTATION_KARGO_RISK_CLASS]?.trim() || undefined,
  };
}

function list(value: string | undefined): readonly string[] | undefined {
  const items = (value ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(Boolean);
  return items.length === 0 ? undefined : items;
}
