import type { JsonValue } from '@backstage/types';

/** A shorter secret may stand in a longer text by chance. */
const SHORTEST_RECOGNISED_PART = 8;

/**
 * Path of the first answer that holds one of the secrets, as it is or as a part of it.
 */
export function findSecret(
  answers: JsonValue | undefined,
  secrets: readonly string[],
  path: readonly string[] = [],
): string | undefined {
  if (typeof answers === 'string') {
    const leaks = secrets.some(
      secret =>
        secret !== '' &&
        (answers === secret ||
          (secret.length >= SHORTEST_RECOGNISED_PART &&
            answers.includes(secret))),
    );
    return leaks ? path.join('.') : undefined;
  }
  if (typeof answers !== 'object' || answers === null) return undefined;
  for (const [key, answer] of Object.entries(answers)) {
    const found = findSecret(answer, secrets, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
