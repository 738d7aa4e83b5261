import { ruleFamily } from '../rule';

const UPDATER = 'pkg/promotion/runner/builtin/argocd_updater.go';
const WAITER = 'pkg/promotion/runner/builtin/argocd_waiter.go';

/** What the Argo CD steps say. The texts after "failed with" are Argo CD's. */
export const ARGOCD_RULES = [
  ...ruleFamily('argocd', { source: UPDATER, whoCanAct: 'platform-team' }, [
    {
      id: 'integration-disabled',
      patterns: [
        'Argo CD integration is disabled on this controller; cannot update',
        'Argo CD integration is disabled on this controller; cannot wait for',
        'Argo CD integration is disabled on this controller; cannot assess',
      ],
      cause:
        'The controller that serves this stage is not connected to an Argo CD. The stage is on the wrong shard, the integration is off, or the Argo CD resources were missing when the controller started.',
      nextStep:
        'Compare the shard of the stage with the controllers; then check the Argo CD settings of that controller and restart it.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'application-not-found',
      patterns: [
        'unable to find Argo CD Application "{application}" in namespace "{namespace}"',
      ],
      cause:
        'There is no Argo CD Application {application} in the namespace {namespace} of the Argo CD that serves this shard. The name or namespace is wrong, the stage is on the wrong shard, or an ApplicationSet has not created it yet.',
      nextStep:
        'Look for the Application in the Argo CD of this shard. If an ApplicationSet makes it, promote again once it is there.',
    },
    {
      id: 'no-application-selected',
      patterns: [
        'no Argo CD Applications found matching selector in namespace "{namespace}"',
      ],
      versions: { since: '1.9' },
      cause:
        'No Argo CD Application in the namespace {namespace} carries the labels that the step selects by.',
      nextStep:
        'Compare the selector of the step with the labels of the Applications.',
    },
    {
      id: 'not-authorised',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" does not permit mutation by Kargo Stage ',
        'found {count:d} Application(s) matching selector in namespace "{namespace}", but none are authorized for Stage ',
        'Argo CD Application "{application}" in namespace "{namespace}" is not authorized',
      ],
      cause:
        'The Argo CD Application does not name this stage in its annotation `kargo.akuity.io/authorized-stage`. When the annotation is right, a controller of another shard took the promotion.',
      nextStep:
        'Add the annotation with the value project:stage to the Application; if it is there, compare the shard of the stage with the controllers.',
    },
    {
      id: 'authorisation-unreadable',
      patterns: [
        'unable to parse value of annotation "{annotation}" ("{value}") on Argo CD Application "{application}"',
        'Argo CD Application "{application}" in namespace "{namespace}" has deprecated glob expression in annotation ',
      ],
      cause:
        'The annotation of the Argo CD Application {application} that names the allowed stages cannot be read.',
      nextStep: 'Write project:stage into the annotation, without wildcards.',
    },
    {
      id: 'sync-failed-to-apply',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: one or more objects failed to apply',
      ],
      cause:
        'The cluster refused at least one manifest of the sync: a missing custom resource definition, an immutable field, a quota or an admission policy.',
      nextStep:
        'Open the sync result of the Application and correct the manifest that it names.',
      whoCanAct: 'developer',
    },
    {
      id: 'sync-not-valid',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: one or more synchronization tasks are not valid',
      ],
      cause:
        'Argo CD could not even plan the sync, because a kind is not known to the cluster or not allowed in the project of the Application.',
      nextStep:
        'Open the sync result. Install the custom resource definition first, or allow the kind in the Argo CD project.',
    },
    {
      id: 'sync-hook-failed',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: one or more synchronization tasks completed unsuccessfully',
      ],
      cause:
        'A hook of the sync, or a resource in one of its waves, ended in failure.',
      nextStep:
        'Open the sync result and read the logs of the hook that it names.',
      whoCanAct: 'developer',
    },
    {
      id: 'sync-terminated',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: Operation terminated',
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: operation was terminated',
      ],
      cause: 'Somebody ended the sync in Argo CD.',
      nextStep: 'Ask who ended it, then promote again.',
      safeToRetry: 'yes',
      severity: 'decision',
    },
    {
      id: 'manifests-not-generated',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: ComparisonError: ',
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: rpc error: ',
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: Failed to load target state: ',
      ],
      cause:
        'Argo CD could not generate the manifests of the Application from its sources.',
      nextStep:
        'Open the Application in Argo CD: the error of its source is shown there. Check the branch, the path and the credentials of Argo CD.',
      confidence: 'likely',
    },
    {
      id: 'sync-failed',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" failed with: {reason}',
      ],
      cause:
        'The sync of the Argo CD Application {application} failed: {reason}',
      nextStep:
        'Open the operation state of the Application in Argo CD and follow its message.',
      confidence: 'likely',
    },
    {
      id: 'failed-without-reason',
      uses: ['argocd-update'],
      patterns: ['^no details provided$'],
      cause:
        'The sync of an Argo CD Application failed, and Argo CD gave no message.',
      nextStep:
        'Open the operation state of the Applications of this step in Argo CD.',
      confidence: 'likely',
    },
    {
      id: 'sources-do-not-match',
      patterns: [
        'no source of Argo CD Application "{application}" in namespace "{namespace}" matched update for source with repoURL {repository}',
        'selected Applications must have compatible sources; {count:d} incompatible',
      ],
      cause:
        'The step wants to change a source that the Argo CD Application does not have.',
      nextStep:
        'Compare `repoURL` and `chart` of the step with the sources of the Application; they must be equal to the letter.',
      whoCanAct: 'developer',
    },
    {
      id: 'revisions-do-not-match',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" has {sources:d} sources but {revisions:d} desired revisions',
        'Argo CD Application "{application}" in namespace "{namespace}" has {sources:d} observed revisions but {revisions:d} desired revisions',
      ],
      cause:
        'The sources of the Argo CD Application {application} were changed after the promotion had started: it has {sources}, Kargo expects {revisions}.',
      nextStep: 'Promote again, which reads the sources anew.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'phases-contradict',
      patterns: [
        'could not determine promotion step status from operation phases: {phases}',
      ],
      cause:
        'Argo CD reports phases of an operation that Kargo does not know: {phases}',
      nextStep:
        'Look at the operations of the Applications; check that this version of Kargo supports the version of Argo CD.',
      confidence: 'likely',
    },
    {
      id: 'selector',
      patterns: [
        'selector must have at least one match criterion',
        'invalid matchLabel {label:w}: {reason}',
        'invalid operator: {operator}',
        'invalid matchExpression: {reason}',
      ],
      source: 'pkg/promotion/runner/builtin/argocd_common.go',
      cause: 'The selector of Argo CD Applications in the step is not valid.',
      nextStep: 'Correct `matchLabels` and `matchExpressions` of the step.',
      whoCanAct: 'developer',
    },
    {
      id: 'health-regressed',
      patterns: [
        'Argo CD Application "{application}" in namespace "{namespace}" health has regressed from {before:w} to {after:w}',
      ],
      source: WAITER,
      versions: { since: '1.10' },
      cause:
        'The Argo CD Application {application} was {before} and became {after} while Kargo waited: the new version does not run.',
      nextStep:
        'Look at the pods and events of the Application; promoting the last verified freight is a way back.',
      whoCanAct: 'developer',
    },
    {
      id: 'operation-by-other',
      patterns: [
        'current operation was initiated by "{user}": waiting for operation to complete',
        'current operation was not initiated for Promotion {promotion:w}: waiting',
      ],
      cause:
        'Another operation on the Argo CD Application is still running, and Kargo waits for it.',
      nextStep: 'Look at the operation in Argo CD; end it if it hangs.',
      severity: 'waiting',
      safeToRetry: 'yes',
    },
  ]),
];
