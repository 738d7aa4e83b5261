/** What a pattern found in a text. */
export interface TextMatch {
  /** Where the match begins; texts of Kargo come before the texts of others that they quote. */
  readonly index: number;
  /** Characters of the text that the literal parts of the pattern account for. */
  readonly specificity: number;
  /** Values of the placeholders. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Finds one form of message in a text. */
export type TextPattern = (text: string) => TextMatch | undefined;

interface Placeholder {
  readonly name: string;
  readonly accepts: RegExp;
}

const LONGEST_VALUE = 512;
const MOST_ATTEMPTS = 32;
const SHORTEST_START = 3;

const PLACEHOLDER = /\{(\w+)(?::([dpw]))?\}/;
const ANYTHING = /^[^\n]*$/;
const ACCEPTED: Readonly<Record<string, RegExp>> = {
  d: /^\d+$/,
  p: /^[^\s"]+$/,
  w: /^\S+$/,
};

/**
 * Compiles a pattern. `{name}` stands for any text on one line, `{name:d}` for digits, `{name:w}` for a text without
 * white space and `{name:p}` for one without quotes besides; `^` at the start and `$` at the end bind the pattern to the
 * ends of the text.
 *
 * Messages come from clusters and are hostile until shown otherwise. Instead of a regular expression that can backtrack,
 * the literal parts are looked up from left to right, each once, so the work grows with the length of the text.
 */
export function textPattern(template: string): TextPattern {
  const bound = {
    start: template.startsWith('^'),
    end: template.endsWith('$'),
  };
  const body = template.slice(
    bound.start ? 1 : 0,
    bound.end ? -1 : template.length,
  );
  const { literals, placeholders } = parse(body);
  const [first, ...others] = literals;
  if (first.length < SHORTEST_START) {
    throw new Error(`The pattern "${template}" begins with a placeholder`);
  }
  const specificity = literals.join('').length;

  function matchAt(text: string, index: number): TextMatch | undefined {
    const groups: Record<string, string> = {};
    let position = index + first.length;
    for (const [order, placeholder] of placeholders.entries()) {
      const rest = text.slice(position, position + LONGEST_VALUE);
      const end = valueEnd(rest, others[order], bound.end);
      if (end < 0) return undefined;
      const value = rest.slice(0, end);
      if (!placeholder.accepts.test(value)) return undefined;
      groups[placeholder.name] = value;
      position += end + others[order].length;
    }
    if (bound.end && position < text.length) return undefined;
    return { index, specificity, groups };
  }

  return text => {
    if (bound.start) {
      return text.startsWith(first) ? matchAt(text, 0) : undefined;
    }
    let from = 0;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const index = text.indexOf(first, from);
      if (index < 0) return undefined;
      const match = matchAt(text, index);
      if (match) return match;
      from = index + 1;
    }
    return undefined;
  };
}

function parse(body: string) {
  const literals: string[] = [];
  const placeholders: Placeholder[] = [];
  let rest = body;
  for (
    let found = PLACEHOLDER.exec(rest);
    found;
    found = PLACEHOLDER.exec(rest)
  ) {
    literals.push(rest.slice(0, found.index));
    placeholders.push({
      name: found[1],
      accepts: ACCEPTED[found[2]] ?? ANYTHING,
    });
    rest = rest.slice(found.index + found[0].length);
  }
  literals.push(rest);
  return { literals, placeholders };
}

/** A value ends where the next literal begins; the last one ends with its line. */
function valueEnd(rest: string, literal: string, toEnd: boolean): number {
  if (literal) return rest.indexOf(literal);
  const newline = rest.indexOf('\n');
  return newline < 0 || toEnd ? rest.length : newline;
}
