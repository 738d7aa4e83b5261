import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_GOLDEN_PATH_VERSION,
  goldenPathOfEntity,
} from '@fairway/plugin-golden-path-common';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';

/** CloudEvents source of the facts that golden paths report. */
const FACT_SOURCE = 'golden-path';

/**
 * The fact that a service came to be on a golden path. Its id is derived from the entity, so a repeated run adds nothing.
 */
export function serviceCreatedFact(options: {
  readonly entity: Entity;
  /** Used where the entity itself does not name its path. */
  readonly templateRef: string | undefined;
  readonly time: Date;
}): PlatformFact {
  const { entity, templateRef, time } = options;
  const subject = stringifyEntityRef(entity);
  const path = goldenPathOfEntity(entity);
  const owner = entity.relations?.find(
    relation => relation.type === 'ownedBy',
  )?.targetRef;
  return {
    specversion: '1.0',
    id: `${subject}:created`,
    source: FACT_SOURCE,
    type: 'dev.fairway.service.created',
    time: time.toISOString(),
    subject,
    team: owner,
    data: {
      path: path.status === 'on-path' ? path.templateRef : templateRef,
      pathVersion:
        entity.metadata.annotations?.[ANNOTATION_GOLDEN_PATH_VERSION],
    },
  };
}
