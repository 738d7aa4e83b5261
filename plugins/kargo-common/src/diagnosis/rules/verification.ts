import { ruleFamily } from '../rule';

const STAGES = 'pkg/controller/stages/regular_stages.go';
const ANALYSIS = 'argoproj/argo-rollouts analysis/analysis.go';

/** Verification of freight in a stage. */
export const VERIFICATION_RULES = [
  ...ruleFamily(
    'verification',
    { source: ANALYSIS, subjects: ['verification'], safeToRetry: 'after-fix' },
    [
      {
        id: 'metric-failed',
        patterns: [
          'Metric "{metric}" assessed Failed due to {reason}',
          'metric "{metric}" assessed Failed due to {reason}',
          'Metric "{metric}" assessed Failed',
        ],
        cause:
          'The metric {metric} says that the new version is not good enough.',
        nextStep:
          'Open the analysis run and look at the measurements of the metric. Do not promote further; promoting the last verified freight is a way back.',
        severity: 'failure',
      },
      {
        id: 'metric-error',
        patterns: [
          'Metric "{metric}" assessed Error due to {reason}',
          'metric "{metric}" assessed Error due to {reason}',
          'Metric "{metric}" assessed Error',
        ],
        cause:
          'The metric {metric} could not be measured, so the version is neither good nor bad: its provider is unreachable, refuses, or the query is wrong.',
        nextStep:
          'Read the error of the measurement, correct the provider or the query, then verify again.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'metric-inconclusive',
        patterns: [
          'Metric "{metric}" assessed Inconclusive due to {reason}',
          'metric "{metric}" assessed Inconclusive due to {reason}',
          'Metric "{metric}" assessed Inconclusive',
        ],
        cause:
          'The measurements of {metric} meet neither the success nor the failure condition.',
        nextStep:
          'Look at the measurements and decide; then verify again or correct the conditions.',
        severity: 'decision',
      },
      {
        id: 'aborted',
        patterns: ['Verification aborted by user'],
        source: STAGES,
        cause: 'Somebody aborted the verification. Kargo records it as failed.',
        nextStep: 'Ask whoever aborted it, then verify again.',
        safeToRetry: 'yes',
        severity: 'decision',
      },
      {
        id: 'arguments-unresolved',
        patterns: [
          'Unable to resolve metric arguments: {reason}',
          'unable to resolve metric arguments: {reason}',
        ],
        cause: 'An argument of the analysis has no value: {reason}',
        nextStep:
          'Set the argument under `verification.args` of the stage, or create the Secret that it reads.',
      },
      {
        id: 'analysis-invalid',
        patterns: [
          'Analysis spec invalid: {reason}',
          'analysis spec invalid: {reason}',
        ],
        cause: 'The analysis template is not valid: {reason}',
        nextStep: 'Correct the metric that the message names.',
      },
      {
        id: 'run-terminated',
        patterns: ['Run Terminated', 'run terminated'],
        cause: 'The analysis run was ended before it was done.',
        nextStep: 'Ask who ended it, then verify again.',
        safeToRetry: 'yes',
        severity: 'decision',
        confidence: 'likely',
      },
      {
        id: 'integration-disabled',
        patterns: [
          'Rollouts integration is disabled on this controller: cannot start verification',
          'Rollouts integration is disabled on this controller: cannot get verification result',
          'Rollouts integration is disabled on this controller: cannot abort verification',
          'Rollouts integration is disabled on this controller; cannot',
        ],
        source: STAGES,
        cause:
          'The controller that serves this stage is not connected to Argo Rollouts: the integration is off, or the custom resource definitions were missing when it started.',
        nextStep:
          'Install the custom resource definitions of Argo Rollouts for that shard, switch the integration on and restart the controller.',
        whoCanAct: 'kargo-admin',
      },
      {
        id: 'run-lost',
        patterns: [
          'no current verification info for Freight collection "{collection}"',
          'no AnalysisRun reference in current verification info for Freight collection "{collection}"',
        ],
        source: STAGES,
        cause:
          'The stage has no analysis run for the freight that it should verify.',
        nextStep: 'Verify again, which creates a new run.',
        safeToRetry: 'yes',
      },
      {
        id: 'unknown-phase',
        patterns: ['Freight verification is in an unknown phase: {phase}'],
        source: STAGES,
        subjects: ['verification', 'stage-health'],
        cause:
          'The verification is in the phase {phase}, which this controller does not know.',
        nextStep:
          'Compare the versions of Kargo and Argo Rollouts on this shard.',
        whoCanAct: 'kargo-admin',
        confidence: 'likely',
      },
    ],
  ),
  ...ruleFamily(
    'analysis-template',
    {
      source: 'pkg/rollouts/analysis_run_builder.go',
      subjects: ['verification'],
    },
    [
      {
        id: 'not-found',
        patterns: [
          'get analysis templates: get {kind:w} "{template}" in namespace ',
          'get analysis templates: get ClusterAnalysisRun "{template}": ',
          'get analysis templates: get AnalysisRun "{template}" in namespace ',
        ],
        cause: 'The analysis template {template} could not be read.',
        nextStep:
          'Create it in the namespace of the project, or correct the name and kind in the stage.',
        confidence: 'likely',
      },
      {
        id: 'duplicate-metric',
        patterns: [
          'duplicate metric name: "{metric}"',
          'duplicate dry-run metric name: "{metric}"',
          'duplicate measurement retention metric name: "{metric}"',
        ],
        source: 'pkg/rollouts/analysis_template.go',
        cause:
          'Two analysis templates of the stage define the metric {metric}.',
        nextStep: 'Rename one of them.',
      },
      {
        id: 'conflicting-argument',
        patterns: ['conflicting values for argument "{argument}": '],
        source: 'pkg/rollouts/analysis_template.go',
        cause:
          'Two analysis templates give the argument {argument} different values.',
        nextStep: 'Set the argument in the verification of the stage.',
      },
      {
        id: 'argument-missing',
        patterns: [
          'unresolved argument "{argument}": neither Value nor ValueFrom is set',
        ],
        source: 'pkg/rollouts/analysis_template.go',
        cause: 'The argument {argument} of an analysis template has no value.',
        nextStep: 'Set it under `verification.args` of the stage.',
      },
      {
        id: 'argument-expression',
        patterns: [
          'evaluate argument "{argument}": ',
          'evaluate variable "{argument}": ',
          'evaluated argument "{argument}" value is not a string but ',
          'vars in argument evaluation config env is of unexpected type ',
        ],
        cause:
          'The expression for an argument of the verification cannot be evaluated to a text.',
        nextStep:
          'Correct the expression under `verification.args` or the variable that it uses.',
        confidence: 'likely',
      },
      {
        id: 'invalid-metrics',
        patterns: [
          'validate dry-run metrics: ',
          'validate measurement retention metrics: ',
          'missing verification configuration',
        ],
        source: 'pkg/rollouts/analysis_template.go',
        cause:
          'The verification of the stage names metrics that its templates do not define, or defines nothing.',
        nextStep:
          'Compare dry-run and retention settings with the names of the metrics.',
        confidence: 'likely',
      },
      {
        id: 'owner',
        patterns: ['build owner references: '],
        cause:
          'Kargo could not find the freight that should own the analysis run.',
        nextStep:
          'Verify again; if it returns, check that the freight still exists.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
    ],
  ),
];
