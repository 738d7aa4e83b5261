/** What errors of zod say of where they are; anything else has no place. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error) || !('issues' in error)) return '';
  const { issues } = error;
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  if (typeof first !== 'object' || first === null || !('path' in first)) {
    return '';
  }
  return Array.isArray(first.path) && first.path.length > 0
    ? ` (first at ${first.path.join('.')})`
    : '';
}

/**
 * A backend has answered, with something else than the contract says. What the schema says of it is in `cause`, for
 * developers; readers get a sentence.
 *
 * @public
 */
export class UnexpectedAnswerError extends Error {
  constructor(cause: unknown) {
    super(
      `The backend has answered in a form that this page does not know${placeOf(
        cause,
      )}. The page and the backend may be of different versions.`,
      { cause },
    );
    this.name = 'UnexpectedAnswerError';
  }
}
