/**
 * Entity ref of the template that is the golden path of an entity.
 *
 * @public
 */
export const ANNOTATION_GOLDEN_PATH_NAME = 'golden-path/name';

/**
 * Version of the golden path an entity was created with or last upgraded to. On the template itself: its version.
 *
 * @public
 */
export const ANNOTATION_GOLDEN_PATH_VERSION = 'golden-path/version';
