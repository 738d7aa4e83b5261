import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_GOLDEN_PATH_NAME,
  ANNOTATION_GOLDEN_PATH_VERSION,
} from './annotations';

/**
 * The golden path of an entity, as its annotations say.
 *
 * @public
 */
export type GoldenPathOfEntity =
  | { readonly status: 'none' }
  | {
      readonly status: 'on-path';
      readonly templateRef: string;
      /** Absent where the annotation is missing: the version is then unknown. */
      readonly version: string | undefined;
    }
  | { readonly status: 'invalid'; readonly reason: string };

const TEMPLATE_REF = /^template:[^:/\s]+\/[^:/\s]+$/;

/**
 * Reads the annotations of an entity; a value that is not an entity ref of a template is reported, not repaired.
 *
 * @public
 */
export function goldenPathOfEntity(entity: Entity): GoldenPathOfEntity {
  const annotations = entity.metadata.annotations ?? {};
  const templateRef = annotations[ANNOTATION_GOLDEN_PATH_NAME]?.trim();
  if (!templateRef) return { status: 'none' };
  if (!TEMPLATE_REF.test(templateRef)) {
    return {
      status: 'invalid',
      reason: `The annotation ${ANNOTATION_GOLDEN_PATH_NAME} is "${templateRef}"; it must look like template:default/name.`,
    };
  }
  return {
    status: 'on-path',
    templateRef,
    version: annotations[ANNOTATION_GOLDEN_PATH_VERSION]?.trim() || undefined,
  };
}
