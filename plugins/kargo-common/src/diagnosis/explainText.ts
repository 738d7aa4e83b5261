import type {
  Confidence,
  Evidence,
  ExplainedDiagnosis,
  FailureNature,
  UnknownDiagnosis,
} from './diagnosis';
import { matchText, type Found, type TextContext } from './matchText';
import { redactExcerpt } from './redact';
import type { DiagnosisRule } from './rule';
import { stripWrappers } from './stripWrappers';
import { isInVersionRange, type VersionRange } from './versionRange';

/** A message, where it stands, and what is known besides. */
export interface TextToExplain extends TextContext {
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly nature: FailureNature;
  readonly kargoVersion?: string;
  /** Whether Kargo has given up, even where the message says that it will try again. */
  readonly final?: boolean;
}

const LONGEST_RAW = 4 * 1024;
const NOT_NAMED = '(not named)';

/** Explains one message by the rules, or says that none knows it. */
export function explainText(
  options: TextToExplain,
): ExplainedDiagnosis | UnknownDiagnosis {
  const { evidence, nature, kargoVersion } = options;
  const safe = redactExcerpt(options.message);
  const stripped = stripWrappers(safe, kargoVersion);
  const findings = matchText(stripped.text, options);
  const [statement] = findings.statements;
  const [answer] = findings.answers;
  const { operation } = findings;
  const deciding = statement ?? answer;
  if (!deciding) {
    return {
      status: 'unknown',
      raw: safe.slice(0, LONGEST_RAW),
      operation: operation?.item.id,
      nature,
      evidence,
      relatedFailures: [],
    };
  }
  // A statement that is not certain of its cause hands over to the answer behind it.
  const behind =
    statement && statement.item.confidence !== 'certain' ? answer : undefined;
  const { item: acting } = behind ?? deciding;
  const sentences = [
    !statement && operation
      ? `Kargo was ${fill(operation.item.doing, operation)}.`
      : '',
    fill(deciding.item.cause, deciding),
    behind ? fill(behind.item.cause, behind) : '',
  ];
  return {
    status: 'explained',
    rule: deciding.item.id,
    family: deciding.item.family,
    operation: operation?.item.id,
    rootCause: behind?.item.id,
    cause: sentences.filter(Boolean).join(' '),
    confidence: confidenceOf(acting, {
      kargoVersion,
      versions: deciding.item.versions,
      framed: Boolean(statement ?? operation),
    }),
    severity:
      stripped.willRetry && !options.final ? 'waiting' : deciding.item.severity,
    nature,
    evidence,
    nextStep: fill(acting.nextStep, behind ?? deciding),
    whoCanAct: acting.whoCanAct,
    safeToRetry: acting.safeToRetry,
    relatedFailures: [],
  };
}

/** A text of another version of Kargo, or without anything of Kargo around it, may mean something else. */
function confidenceOf(
  rule: DiagnosisRule,
  context: {
    readonly kargoVersion: string | undefined;
    readonly versions: VersionRange;
    readonly framed: boolean;
  },
): Confidence {
  const expected =
    isInVersionRange(context.kargoVersion, context.versions) !== false;
  if (rule.confidence === 'certain' && !(expected && context.framed)) {
    return 'likely';
  }
  return rule.confidence;
}

function fill(
  template: string,
  { match }: Pick<Found<unknown>, 'match'>,
): string {
  return template.replace(
    /\{(\w+)\}/g,
    (_, name: string) => match.groups[name]?.trim() || NOT_NAMED,
  );
}
