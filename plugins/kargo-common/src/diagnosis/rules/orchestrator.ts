import { ruleFamily } from '../rule';

const ORCHESTRATOR = 'pkg/promotion/local_orchestrator.go';

/** What the orchestrator and the promotion controller say about a promotion as a whole. */
export const ORCHESTRATOR_RULES = [
  ...ruleFamily(
    'orchestrator',
    { source: ORCHESTRATOR, subjects: ['promotion'] },
    [
      {
        id: 'timed-out',
        patterns: ['step "{step}" timed out after {duration:w}'],
        cause:
          'The step {step} did not succeed within {duration}. Kargo replaces the message of the step by this one, so the error behind it is lost (Kargo issue 7049).',
        nextStep:
          'Look at what the step acts on. Raise `retry.timeout` only when you know that it merely needs longer.',
        safeToRetry: 'yes',
        confidence: 'possible',
      },
      {
        id: 'timed-out-argocd',
        uses: ['argocd-update', 'argocd-wait'],
        patterns: ['step "{step}" timed out after {duration:w}'],
        cause:
          'The Argo CD Applications of the step {step} were not ready within {duration}: another operation is running, a sync window forbids it, a hook or wave hangs, or the infrastructure is slow.',
        nextStep:
          'Look at the operation state, the health and the sync windows of the Applications. Raise `retry.timeout` for slow infrastructure.',
        safeToRetry: 'yes',
        confidence: 'likely',
        whoCanAct: 'platform-team',
      },
      {
        id: 'timed-out-review',
        uses: ['git-wait-for-pr', 'git-merge-pr'],
        patterns: ['step "{step}" timed out after {duration:w}'],
        cause:
          'The pull request was neither merged nor closed within {duration}.',
        nextStep:
          'Ask for the review, or raise `retry.timeout` to what reviews take here.',
        whoCanAct: 'reviewer',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
      {
        id: 'timed-out-gate',
        uses: ['http'],
        patterns: ['step "{step}" timed out after {duration:w}'],
        cause:
          'The service that the step {step} asks met neither the success nor the failure criteria within {duration}.',
        nextStep:
          'Ask the service for its answer and compare it with the criteria of the step.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
      {
        id: 'kind-not-registered',
        patterns: [
          'step kind "{kind}" is not registered',
          'error getting runner for step kind "{kind}"',
        ],
        cause:
          'This controller knows no step of the kind {kind}: it is misspelt, belongs to a later version, or to the Enterprise edition.',
        nextStep:
          'Check the name of the step against the version of Kargo on this shard.',
        safeToRetry: 'after-fix',
      },
      {
        id: 'invalid-status',
        patterns: ['step "{step}" returned an invalid status: {status}'],
        cause:
          'The step {step} ended with a status that the controller does not know, which is a fault of that step.',
        nextStep: 'Report it to whoever provides the step.',
        whoCanAct: 'kargo-admin',
        safeToRetry: 'no',
      },
      {
        id: 'cancelled',
        patterns: [
          'step "{step}" was canceled due to context cancellation',
          'execution canceled: ',
        ],
        cause:
          'The controller stopped while the promotion ran: a restart, an upgrade or an eviction.',
        nextStep:
          'Promote again. If it returns, look at the restarts of the controller.',
        safeToRetry: 'yes',
        whoCanAct: 'developer',
      },
      {
        id: 'step-panicked',
        patterns: ['step panicked: {reason}'],
        source: 'pkg/promotion/local_executor.go',
        cause: 'The step crashed because of a fault in its own code: {reason}',
        nextStep: 'Report it to Kargo with the configuration of the step.',
        whoCanAct: 'kargo-admin',
        safeToRetry: 'no',
      },
      {
        id: 'controller-panicked',
        patterns: ['^runtime error: {reason}'],
        source: 'pkg/controller/promotions/promotions.go',
        cause:
          'The promotion controller crashed because of a fault in its own code: {reason}',
        nextStep: 'Report it to Kargo with the promotion.',
        whoCanAct: 'kargo-admin',
        safeToRetry: 'no',
      },
      {
        id: 'no-details',
        patterns: ['^no details provided$'],
        cause: 'The step ended in an error and gave no message.',
        nextStep: 'Read the log of the controller for the time of the step.',
        whoCanAct: 'kargo-admin',
        confidence: 'likely',
        safeToRetry: 'yes',
      },
      {
        id: 'author-stopped',
        patterns: ['^failed: {message}', '^failed$'],
        source: 'pkg/promotion/runner/builtin/failer.go',
        versions: { since: '1.10' },
        cause:
          'A `fail` step that the author of the pipeline put there has stopped the promotion.',
        nextStep:
          'Read its message; it says what the author wants to be true first.',
        safeToRetry: 'no',
        severity: 'decision',
      },
      {
        id: 'aborted',
        patterns: [
          'Promotion terminated by {actor}',
          'Promotion terminated per user request',
        ],
        source: 'pkg/controller/promotions/promotions.go',
        cause: 'Somebody aborted the promotion.',
        nextStep: 'Ask whoever aborted it before promoting again.',
        safeToRetry: 'no',
        severity: 'decision',
      },
      {
        id: 'enterprise-only',
        patterns: ['PromotionRequests are a Kargo Enterprise-only feature'],
        source: 'pkg/controller/promotionrequests/promotionrequests.go',
        versions: { since: '1.12' },
        cause:
          'The stage uses promotion requests, which only the Enterprise edition of Kargo carries out.',
        nextStep:
          'Promote with a promotion instead, or remove the targets of the stage.',
        safeToRetry: 'no',
      },
    ],
  ),
  ...ruleFamily(
    'freight',
    { source: 'pkg/controller/promotions/promotions.go' },
    [
      {
        id: 'not-found',
        patterns: [
          'Freight "{freight}" not found in namespace "{namespace}"',
          'freight "{freight}" not found in project "{namespace}"',
        ],
        cause:
          'The freight {freight} does not exist any more: somebody deleted it, or it was old enough to be collected.',
        nextStep:
          'Choose freight that exists, or let the warehouse discover it again.',
        safeToRetry: 'no',
      },
      {
        id: 'not-available',
        patterns: [
          'Freight "{freight}" is not available to Stage "{stage}" in namespace ',
        ],
        cause:
          'The freight {freight} may not enter the stage {stage} at present: it is not verified upstream, has not soaked long enough or is not approved, or the rules changed after the promotion was queued.',
        nextStep:
          'Look which condition is open; wait for it or approve the freight.',
        whoCanAct: 'developer',
      },
      {
        id: 'stage-not-found',
        patterns: [
          'could not find Stage "{stage}" in namespace ',
          'stage "{stage}" not found in namespace ',
          'Stage "{stage}" not found in namespace ',
        ],
        cause:
          'The stage {stage} was deleted after the promotion had been created.',
        nextStep: 'Create the stage again, or delete the promotion.',
        safeToRetry: 'no',
      },
      {
        id: 'chart-not-in-freight',
        patterns: [
          'chart "{chart}" from repo {repository:w} not found in referenced Freight',
          'chart from repo {repository:w} not found in referenced Freight',
        ],
        source: 'pkg/controller/freight/finder.go',
        cause:
          'The step asks for a chart of {repository} that the freight does not hold.',
        nextStep:
          'Subscribe a warehouse of this stage to the chart, or correct the repository in the step.',
      },
      {
        id: 'ambiguous-origin',
        patterns: ['multiple requested Freight could potentially provide a '],
        source: 'pkg/controller/freight/finder.go',
        cause:
          'Several warehouses of the stage could provide the artifact that a step asks for.',
        nextStep:
          'Name the warehouse in the expression of the step, as in imageFrom(repository, warehouse(name)).',
      },
      {
        id: 'warehouse-not-found',
        patterns: ['Warehouse "{warehouse}" not found in namespace '],
        source: 'pkg/controller/freight/finder.go',
        cause:
          'The warehouse {warehouse} that the stage takes freight from does not exist.',
        nextStep: 'Create the warehouse, or correct the name in the stage.',
      },
    ],
  ),
];
