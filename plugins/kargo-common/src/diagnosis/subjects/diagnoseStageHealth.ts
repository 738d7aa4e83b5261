import type { Diagnosis, ExplainedDiagnosis, Severity } from '../diagnosis';
import { explainText } from '../explainText';
import type { StageHealthEvidence } from '../subject';
import { evidenceOf } from './stateRule';

const WORST_FIRST: readonly Severity[] = [
  'failure',
  'decision',
  'waiting',
  'information',
];

// Right after a sync Kargo does not trust the health yet; Argo CD catches up in seconds, at worst in its refresh interval.
const ALARM_AFTER_MINUTES: Readonly<Record<string, number>> = {
  'health.not-yet-reconciled': 10,
  'health.operation-just-finished': 10,
  'health.evaluated-unknown': 10,
};

/** Explains the health of a stage by the worst of its issues. */
export function diagnoseStageHealth(stage: StageHealthEvidence): Diagnosis {
  const evidence = [
    ...evidenceOf({ 'status.health.status': stage.status }, stage.since),
    ...stage.issues.flatMap((issue, index) =>
      evidenceOf({ [`status.health.issues[${index}]`]: issue }),
    ),
  ];
  const issues = stage.issues.flatMap(issue => issue.split('\n'));
  const diagnoses = issues
    .filter(issue => issue.trim())
    .map(message =>
      explainText({
        message,
        subject: 'stage-health',
        kargoVersion: stage.kargoVersion,
        nature: 'undetermined',
        evidence,
      }),
    );
  const explained = diagnoses
    .filter(diagnosis => diagnosis.status === 'explained')
    .map(diagnosis => raiseAlarm(diagnosis, stage))
    .sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity),
    );
  const unknown = diagnoses.find(diagnosis => diagnosis.status === 'unknown');
  const [worst] = explained;
  // What only waits does not hide an issue that nobody knows.
  if (worst && (worst.severity === 'failure' || !unknown)) return worst;
  if (unknown) return unknown;
  if (['Unhealthy', 'Unknown'].includes(stage.status ?? '')) {
    return {
      status: 'unknown',
      raw: '',
      operation: undefined,
      nature: 'undetermined',
      evidence,
      relatedFailures: [],
    };
  }
  return { status: 'nothing-wrong', evidence };
}

function raiseAlarm(
  diagnosis: ExplainedDiagnosis,
  stage: StageHealthEvidence,
): ExplainedDiagnosis {
  const limit = ALARM_AFTER_MINUTES[diagnosis.rule];
  if (limit === undefined || !stage.since || !stage.observedAt) {
    return diagnosis;
  }
  const minutes =
    (Date.parse(stage.observedAt) - Date.parse(stage.since)) / 60_000;
  if (!(minutes > limit)) return diagnosis;
  return {
    ...diagnosis,
    severity: 'failure',
    confidence: 'likely',
    whoCanAct: 'argocd-admin',
    cause: `${diagnosis.cause} It has been so for ${Math.floor(
      minutes,
    )} minutes, which is too long.`,
    nextStep: 'Look at the application controller of Argo CD for this shard.',
  };
}
