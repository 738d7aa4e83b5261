/**
 * Of fewer people than these no number is told.
 *
 * @public
 */
export const LEAST_PEOPLE = 5;

/**
 * Of fewer people than these no comment is shown.
 *
 * @public
 */
export const LEAST_PEOPLE_FOR_COMMENTS = 10;
