import { explainText } from './explainText';
import type { SubjectKind } from './subject';

/**
 * Share of texts, from 0 to 1, that no rule knows; `undefined` without texts.
 *
 * @public
 */
export function unknownShare(
  texts: readonly {
    readonly text: string;
    readonly subject: SubjectKind;
    readonly uses?: string;
  }[],
): number | undefined {
  if (texts.length === 0) return undefined;
  const unknown = texts.filter(
    ({ text, subject, uses }) =>
      explainText({
        message: text,
        subject,
        uses,
        nature: 'undetermined',
        evidence: [],
      }).status === 'unknown',
  );
  return unknown.length / texts.length;
}
