const REDACTED = '[redacted]';

interface Redaction {
  readonly what: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const SECRET_KEY =
  '(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|signature|\\bsig|\\bauth)';
const QUOTED = `"(?:[^"\\\\]|\\\\.){0,4096}"|'[^']{0,4096}'`;

/**
 * Every quantifier before a fixed text is bounded or stops at a character that the text must begin with, so hostile
 * input costs no more than its length.
 */
const REDACTIONS: readonly Redaction[] = [
  {
    what: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
    replacement: REDACTED,
  },
  {
    what: 'user and password of a URL, where the password may hold a slash',
    pattern:
      /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#@:"'<>]{0,256}:(?!\d{1,5}(?:[/\s?#"']|$))[^\s@"'<>]{0,512}@/gi,
    replacement: `$1${REDACTED}@`,
  },
  {
    what: 'user-info of a URL',
    pattern: /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#"'<>]{1,512}@/gi,
    replacement: `$1${REDACTED}@`,
  },
  {
    what: 'credentials in a header',
    pattern:
      /((?:authorization|x-api-key|private-token|x-auth-token|x-gitlab-token|job-token|cookie)["']?\s{0,4}[:=]\s{0,4})(?:"[^"\r\n]{0,4096}"|[^\r\n"]{1,4096})/gi,
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'bearer token',
    pattern: /\b(bearer\s{1,4})[^\s"',]{1,4096}/gi,
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'basic credentials',
    pattern:
      /\b(basic\s{1,4})(?!(?:auth|authentication|authorization|credentials|access)\b)[a-z0-9+/=_-]{8,4096}/gi,
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'tokens with a known prefix',
    pattern:
      /(?:gh[pousr]_|github_pat_|gl[a-z]{2,5}-|npm_|dckr_pat_|xox[abeprs]-|ATATT|ATBB|AIza|ya29\.|sk-)[\w.~+/=-]{10,4096}/g,
    replacement: REDACTED,
  },
  {
    what: 'AWS access key',
    pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,128}/g,
    replacement: REDACTED,
  },
  {
    what: 'JSON Web Token',
    pattern: /\beyJ[\w-]{5,4096}\.[\w-]{2,8192}(?:\.[\w-]{0,4096})?/g,
    replacement: REDACTED,
  },
  {
    what: 'argument of a command',
    pattern: new RegExp(
      `(--?[a-z-]{0,20}${SECRET_KEY}[a-z-]{0,10}(?:=|\\s{1,4}))(?:${QUOTED}|\\S{1,4096})`,
      'gi',
    ),
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'pair or query parameter',
    pattern: new RegExp(
      `(${SECRET_KEY}["']?\\s{0,4}=\\s{0,4})(?:${QUOTED}|\\S{1,4096})`,
      'gi',
    ),
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'quoted key of JSON or YAML',
    pattern: new RegExp(
      `(${SECRET_KEY}\\\\?["']\\s{0,4}:\\s{0,4})(?:\\\\?${QUOTED}|[^\\s,}]{1,4096})`,
      'gi',
    ),
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'plain key of YAML',
    // `token: ` and `secret: ` also end a clause of an error; there only what looks like a secret goes.
    pattern:
      /((?:password|passwd|passphrase|api[_-]?key|client[_-]?secret|private[_-]?key)\s{0,4}:\s{0,4})\S{1,4096}/gi,
    replacement: `$1${REDACTED}`,
  },
  {
    what: 'key of YAML that may also end a clause',
    pattern:
      /((?:token|secret|access[_-]?key|credentials?|signature)\s{0,4}:\s{0,4})(?=[^\s\d]{0,256}\d)[\w.~+/=-]{12,4096}(?![\w:])/gi,
    replacement: `$1${REDACTED}`,
  },
];

/**
 * A text without its secrets: user-info of URLs, tokens, keys, passwords in pairs, headers, arguments and parameters.
 * Everything that a diagnosis shows, stores or sends has passed through here.
 *
 * @public
 */
export function redact(text: string): string {
  return REDACTIONS.reduce(
    (result, redaction) =>
      result.replace(redaction.pattern, redaction.replacement),
    text,
  );
}

/** Longer texts than a status can hold are cut before anything looks at them. */
const LONGEST_TEXT = 64 * 1024;
const LONGEST_WORD = 4 * 1024;

/**
 * A text without its secrets and of bounded length. Where the text is cut, its last word goes too: half a URL hides its
 * password from every pattern.
 *
 * @public
 */
export function redactExcerpt(text: string, limit = LONGEST_TEXT): string {
  if (text.length <= LONGEST_TEXT) return redact(text).slice(0, limit);
  const cut = text.slice(0, LONGEST_TEXT);
  const end = cut.slice(-LONGEST_WORD).search(/\s\S*$/);
  const keep = LONGEST_TEXT - LONGEST_WORD + Math.max(end, 0);
  return redact(cut.slice(0, keep)).slice(0, limit);
}
