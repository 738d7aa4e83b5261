/** Longer texts than anybody reads are cut before anything looks at them. */
const LONGEST_TEXT = 20_000;

const REMOVED = '[link removed]';

interface Replacement {
  readonly what: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** Every quantifier is bounded or stops at white space, so hostile text costs no more than its length. */
const REPLACEMENTS: readonly Replacement[] = [
  {
    what: 'control characters, and those that turn or hide text',
    pattern: /[^\P{C}\n\t]/gu,
    replacement: '',
  },
  {
    what: 'link or image of Markdown, of which the label stays',
    pattern: /!?\[([^[\]\n]{0,300})\]\([^()\n]{0,2000}\)/g,
    replacement: '$1',
  },
  {
    what: 'address with a scheme',
    pattern: /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"'`]*/gi,
    replacement: REMOVED,
  },
  {
    what: 'address with a scheme that needs no slashes',
    pattern:
      /(?:javascript|vbscript|mailto|tel|data(?=:[a-z]{1,20}\/)):[^\s<>"'`]+/gi,
    replacement: REMOVED,
  },
  {
    what: 'address without a scheme',
    pattern: /www\.[^\s<>"'`]+/gi,
    replacement: REMOVED,
  },
  { what: 'empty lines', pattern: /\n\s*\n\s*/g, replacement: '\n\n' },
];

/**
 * A text of a model as people may read it: without links and without characters that hide something. Tags of HTML and
 * marks of Markdown stay what they are, characters; whoever shows the text must not interpret them.
 *
 * @param limit - in characters, with the mark that something is cut
 */
export function plainText(text: string, limit: number): string {
  const plain = REPLACEMENTS.reduce(
    (result, { pattern, replacement }) => result.replace(pattern, replacement),
    text.slice(0, LONGEST_TEXT),
  ).trim();
  if (plain.length <= limit) return plain;
  // Half of a pair of surrogates is no character.
  return `${plain.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
