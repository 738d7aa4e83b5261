import { DIAGNOSIS_OPERATIONS } from './operations';
import { DIAGNOSIS_RULES } from './rules';
import type { DiagnosisRule, Operation } from './rule';
import type { SubjectKind } from './subject';
import { textPattern, type TextMatch, type TextPattern } from './textPattern';

/** A rule or an operation, and where a text fits it. */
export interface Found<T> {
  readonly item: T;
  readonly match: TextMatch;
}

/** What a text says: the rule that explains it, what lies behind it, and what Kargo was doing. */
export interface TextFindings {
  /** Rules of Kargo's own statements, the one that counts first. */
  readonly statements: readonly Found<DiagnosisRule>[];
  /** Rules of answers from outside, the one that counts first. */
  readonly answers: readonly Found<DiagnosisRule>[];
  readonly operation: Found<Operation> | undefined;
}

/** What narrows the rules that can apply. */
export interface TextContext {
  readonly subject: SubjectKind;
  /** Kind of the step. */
  readonly uses?: string;
}

interface Compiled<T> {
  readonly item: T;
  readonly patterns: readonly TextPattern[];
}

const compile = <T extends { readonly patterns: readonly string[] }>(
  items: readonly T[],
): readonly Compiled<T>[] =>
  items.map(item => ({ item, patterns: item.patterns.map(textPattern) }));

const STATEMENTS = compile(
  DIAGNOSIS_RULES.filter(rule => rule.layer === 'kargo'),
);
const ANSWERS = compile(
  DIAGNOSIS_RULES.filter(rule => rule.layer === 'outside'),
);
const OPERATIONS = compile(DIAGNOSIS_OPERATIONS);

const HEAD = 6 * 1024;
const TAIL = 2 * 1024;

/**
 * Finds what a message says. Of Kargo's statements the first in the text counts, because what follows may be quoted from
 * others; at the same place the one that names the kind of the step, then the longest. Of answers the first of the table
 * counts.
 */
export function matchText(message: string, context: TextContext): TextFindings {
  const text = cut(message);
  const applies = (item: {
    readonly subjects?: readonly SubjectKind[];
    readonly uses?: readonly string[];
  }) =>
    (!item.subjects || item.subjects.includes(context.subject)) &&
    (!item.uses || item.uses.includes(context.uses ?? ''));
  const operations = findAll(OPERATIONS, text, applies);
  return {
    statements: [...findAll(STATEMENTS, text, applies)].sort(
      (a, b) =>
        a.match.index - b.match.index ||
        Number(Boolean(b.item.uses)) - Number(Boolean(a.item.uses)) ||
        b.match.specificity - a.match.specificity,
    ),
    answers: findAll(ANSWERS, text, applies),
    operation: [...operations].sort(
      (a, b) =>
        Number(a.item.frame ?? false) - Number(b.item.frame ?? false) ||
        a.match.index - b.match.index ||
        b.match.specificity - a.match.specificity,
    )[0],
  };
}

function findAll<T>(
  compiled: readonly Compiled<T>[],
  text: string,
  applies: (item: T) => boolean,
): readonly Found<T>[] {
  return compiled.flatMap(({ item, patterns }) => {
    if (!applies(item)) return [];
    const [match] = patterns
      .map(pattern => pattern(text))
      .filter(found => found !== undefined)
      .sort((a, b) => a.index - b.index || b.specificity - a.specificity);
    return match ? [{ item, match }] : [];
  });
}

/** Kargo writes what it did at the start of a message, and Go the reason at its end. */
function cut(text: string): string {
  if (text.length <= HEAD + TAIL) return text;
  return `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}
