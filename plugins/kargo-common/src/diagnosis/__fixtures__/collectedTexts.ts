import type { SubjectKind } from '../subject';

/** A message as it appears in a status, with the rule that must explain it. */
export interface CollectedText {
  readonly text: string;
  /** Id of the rule, set by reading the code that writes the text. */
  readonly rule: string;
  readonly subject: SubjectKind;
  /** Kind of the step. */
  readonly uses: string | undefined;
  /** File of akuity/kargo. */
  readonly source: string;
  /** First and last version that was seen with it: `1.9-1.12`. */
  readonly versions: string;
}

const SUBJECTS: readonly SubjectKind[] = [
  'promotion',
  'stage-health',
  'verification',
  'warehouse',
  'controller',
];

const SEPARATOR = ' | ';

/**
 * Reads texts, one a line: `rule | kind of step or - | versions | text`. A line `# file subject` says where those below
 * come from. In a text `\n` is a new line, `\x60` a back-tick and `\\` a backslash.
 */
export function collectedTexts(table: string): readonly CollectedText[] {
  let source = '';
  let subject: SubjectKind = 'promotion';
  const texts: CollectedText[] = [];
  for (const line of table.split('\n').filter(Boolean)) {
    if (line.startsWith('# ')) {
      const [, file, kind] = line.split(' ');
      const known = SUBJECTS.find(candidate => candidate === kind);
      if (!known) throw new Error(`There is no subject "${kind}" in: ${line}`);
      source = file;
      subject = known;
      continue;
    }
    const [rule, uses, versions, ...text] = line.split(SEPARATOR);
    texts.push({
      rule,
      uses: uses === '-' ? undefined : uses,
      versions,
      source,
      subject,
      text: unescape(text.join(SEPARATOR)),
    });
  }
  return texts;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\x60': '\x60',
  '\\\\': '\\',
};

function unescape(text: string): string {
  return text.replace(/\\n|\\x60|\\\\/g, escape => ESCAPES[escape]);
}
