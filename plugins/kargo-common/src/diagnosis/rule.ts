import type {
  ActingParty,
  Confidence,
  RetrySafety,
  Severity,
} from './diagnosis';
import type { SubjectKind } from './subject';
import type { VersionRange } from './versionRange';

/**
 * What a message means. `{name}` in `cause` and `nextStep` stands for the value of the placeholder of that name.
 *
 * @public
 */
export interface DiagnosisRule {
  /** Family and a word for the cause: `git-push.race`. Ids are kept: history refers to them. */
  readonly id: string;
  readonly family: string;
  /**
   * `kargo`: Kargo's own statement. `outside`: the answer of something that Kargo called, which counts only where Kargo
   * itself says no more.
   */
  readonly layer: 'kargo' | 'outside';
  /** File of akuity/kargo that writes the text, or whose text it is. */
  readonly source: string;
  readonly versions: VersionRange;
  /** Absent: every subject. */
  readonly subjects?: readonly SubjectKind[];
  /** Kinds of steps; absent: every kind. A rule that names the kind wins over one that does not. */
  readonly uses?: readonly string[];
  /** Forms of the message, see `textPattern`. */
  readonly patterns: readonly string[];
  /** A sentence, or for the layer `outside` one that follows what Kargo was doing. */
  readonly cause: string;
  readonly nextStep: string;
  readonly whoCanAct: ActingParty;
  readonly safeToRetry: RetrySafety;
  readonly confidence: Confidence;
  readonly severity: Severity;
}

/**
 * What Kargo was doing when something else failed. It names the failure but does not explain it.
 *
 * @public
 */
export interface Operation {
  readonly id: string;
  /** Follows "While": `cloning {repository}`. */
  readonly doing: string;
  readonly source: string;
  readonly versions: VersionRange;
  /** Absent: every subject. */
  readonly subjects?: readonly SubjectKind[];
  /** Whether it only frames another operation, which then names the failure. */
  readonly frame?: boolean;
  readonly patterns: readonly string[];
}

type RuleDefaults = Pick<
  DiagnosisRule,
  | 'layer'
  | 'source'
  | 'versions'
  | 'whoCanAct'
  | 'safeToRetry'
  | 'confidence'
  | 'severity'
>;

type RuleRow = Omit<DiagnosisRule, keyof RuleDefaults | 'family'> &
  Partial<RuleDefaults>;

const DEFAULTS: Omit<RuleDefaults, 'source'> = {
  layer: 'kargo',
  versions: {},
  whoCanAct: 'developer',
  safeToRetry: 'after-fix',
  confidence: 'certain',
  severity: 'failure',
};

/** Rules of one family, with what most of them share said once. */
export function ruleFamily(
  family: string,
  shared: Partial<RuleDefaults> & Pick<DiagnosisRule, 'source' | 'subjects'>,
  rows: readonly RuleRow[],
): readonly DiagnosisRule[] {
  return rows.map(row => ({
    ...DEFAULTS,
    ...shared,
    ...row,
    id: `${family}.${row.id}`,
    family,
  }));
}

type OperationRow = readonly [
  id: string,
  doing: string,
  patterns: readonly string[],
  versions?: VersionRange,
];

/** Operations that one file of Kargo names. */
export function operationsOf(
  family: string,
  source: string,
  rows: readonly OperationRow[],
  shared: Pick<Operation, 'subjects' | 'frame'> = {},
): readonly Operation[] {
  return rows.map(([id, doing, patterns, versions = {}]) => ({
    ...shared,
    id: `${family}.${id}`,
    doing,
    source,
    versions,
    patterns,
  }));
}
