import { ruleFamily } from '../rule';

/** What the Argo CD health checker and the stage controller say about the health of a stage. */
export const HEALTH_RULES = [
  ...ruleFamily(
    'health',
    {
      source: 'pkg/health/checker/builtin/argocd.go',
      safeToRetry: 'no',
    },
    [
      {
        id: 'not-yet-reconciled',
        patterns: [
          'was not reconciled after its most recent operation completed; Application health status not trusted',
        ],
        versions: { since: '1.10' },
        cause:
          'Argo CD has finished a sync and has not assessed the health again, so the health is not known for a moment.',
        nextStep:
          'Wait. Only if it stays so for minutes, look at the application controller of Argo CD.',
        whoCanAct: 'nobody',
        severity: 'waiting',
      },
      {
        id: 'operation-just-finished',
        patterns: [
          'completed less than {duration:w} ago; Application health status not trusted',
        ],
        versions: { until: '1.9' },
        cause:
          'A sync finished less than {duration} ago, and Kargo gives Argo CD time to assess the health again.',
        nextStep:
          'Wait. Only if it stays so for minutes, look at the application controller of Argo CD.',
        whoCanAct: 'nobody',
        severity: 'waiting',
      },
      {
        id: 'operation-not-finished',
        patterns: [
          'last operation of Argo CD Application "{application}" in namespace "{namespace}" has status "{phase}"; Application health status not trusted',
        ],
        versions: { until: '1.9' },
        cause:
          'The last sync of the Argo CD Application {application} is {phase}, so its health says nothing about the new version.',
        nextStep: 'Look at the operation of the Application in Argo CD.',
        whoCanAct: 'platform-team',
        severity: 'waiting',
      },
      {
        id: 'being-synced',
        patterns: [
          'Argo CD Application "{application}" in namespace "{namespace}" is being synced',
        ],
        cause: 'Argo CD is syncing the Application {application}.',
        nextStep: 'Wait for the sync.',
        whoCanAct: 'nobody',
        severity: 'waiting',
      },
      {
        id: 'progressing',
        patterns: [
          'Argo CD Application "{application}" in namespace "{namespace}" is progressing',
        ],
        cause: 'The Argo CD Application {application} is rolling out.',
        nextStep:
          'Wait for the rollout. If it takes longer than usual, look at the pods that are not ready.',
        whoCanAct: 'nobody',
        severity: 'waiting',
      },
      {
        id: 'suspended',
        patterns: [
          'Argo CD Application "{application}" in namespace "{namespace}" is suspended',
        ],
        cause:
          'The Argo CD Application {application} is paused: a rollout waits for a person, or a job or deployment is suspended.',
        nextStep:
          'Resume what is paused, once the reason for the pause is gone.',
        whoCanAct: 'developer',
        severity: 'waiting',
      },
      {
        id: 'degraded',
        patterns: ['has health state "Degraded"'],
        cause:
          'A resource of the Argo CD Application is degraded: most often pods that crash or cannot be scheduled.',
        nextStep:
          'Open the Application and look at the degraded resource; promoting the last verified freight is a way back.',
      },
      {
        id: 'missing',
        patterns: ['has health state "Missing"'],
        cause:
          'Resources of the Argo CD Application are missing in the cluster: it was never synced, or somebody deleted them.',
        nextStep:
          'Sync the Application in Argo CD, after asking why the resources are gone.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'unknown-state',
        patterns: ['has health state "Unknown"'],
        cause:
          'Argo CD cannot assess the Application: it does not reach the cluster, or a health check of its own fails.',
        nextStep: 'Check in Argo CD that it reaches the cluster.',
        whoCanAct: 'argocd-admin',
        confidence: 'likely',
      },
      {
        id: 'wrong-revision',
        patterns: [
          'Not all sources of Application "{application}" in namespace "{namespace}" are synced to the desired revisions',
          'does not match the desired revision "{revision}"',
        ],
        cause:
          'The Argo CD Application runs another revision than the one that was promoted: somebody synced it by hand, or another stage writes to the same Application.',
        nextStep:
          'Find out who changed the revision, then promote again to bring back the wanted one.',
        whoCanAct: 'platform-team',
        safeToRetry: 'yes',
      },
      {
        id: 'comparison-error',
        patterns: ['has "ComparisonError" condition: {reason}'],
        cause:
          'Argo CD cannot compare the Application with its sources: {reason}',
        nextStep:
          'Open the conditions of the Application; check the branch, the path and the credentials of Argo CD.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'invalid-spec',
        patterns: ['has "InvalidSpecError" condition: {reason}'],
        cause: 'The Argo CD Application is not valid: {reason}',
        nextStep:
          'Correct the destination, the project or the source of the Application.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'sync-error',
        patterns: [
          'has "SyncError" condition: {reason}',
          'has "OrphanedResourceWarning" condition: {reason}',
          'has "DeletionError" condition: {reason}',
          'has "UnknownError" condition: {reason}',
          'has "ExcludedResourceWarning" condition: {reason}',
        ],
        cause: 'Argo CD reports a problem of the Application: {reason}',
        nextStep: 'Open the conditions of the Application in Argo CD.',
        whoCanAct: 'platform-team',
        confidence: 'likely',
      },
    ],
  ),
  ...ruleFamily(
    'health',
    {
      source: 'pkg/health/aggregating_checker.go',
      subjects: ['stage-health'],
      whoCanAct: 'kargo-admin',
    },
    [
      {
        id: 'no-checker',
        patterns: [
          'no health checker registered for health check kind "{kind}"',
        ],
        cause:
          'This controller has no health check of the kind {kind}: a step of a later or another edition of Kargo has left it.',
        nextStep:
          'Compare the version of the controller of this shard with the one that promoted.',
      },
      {
        id: 'unreadable-check',
        patterns: [
          'could not convert opaque input into {kind} health check input: {reason}',
          'failed to marshal health output: {reason}',
        ],
        cause:
          'The health check that the last promotion left cannot be read by this controller.',
        nextStep: 'Promote again, which writes the health check anew.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
    ],
  ),
  ...ruleFamily(
    'health',
    {
      source: 'pkg/controller/stages/regular_stages.go',
      subjects: ['stage-health'],
      whoCanAct: 'nobody',
      safeToRetry: 'no',
    },
    [
      {
        id: 'promotion-running',
        patterns: [
          'Cannot assess health because a Promotion is currently in progress',
        ],
        cause: 'A promotion is running, so the health is not assessed.',
        nextStep: 'Wait for the promotion.',
        severity: 'waiting',
      },
      {
        id: 'last-promotion-failed',
        patterns: [
          'Cannot assess health because last Promotion did not succeed',
        ],
        cause:
          'The last promotion did not succeed, so the health is not assessed.',
        nextStep: 'Look at the last promotion of the stage.',
        whoCanAct: 'developer',
      },
      {
        id: 'no-freight',
        patterns: ['Stage has no current Freight'],
        cause: 'Nothing has been promoted to this stage yet.',
        nextStep: 'Promote freight to it.',
        whoCanAct: 'developer',
        severity: 'information',
      },
      {
        id: 'evaluated-unknown',
        patterns: ['Stage health evaluated to Unknown'],
        versions: { until: '1.9' },
        cause:
          'One of the health checks of the stage has no answer at the moment.',
        nextStep:
          'Wait a few minutes; then look at the Argo CD Applications of the stage.',
        severity: 'waiting',
        confidence: 'likely',
      },
    ],
  ),
];
