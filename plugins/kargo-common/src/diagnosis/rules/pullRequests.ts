import { ruleFamily } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';
const PROVIDERS = 'pkg/gitprovider';

/** What the pull request steps and the providers of Kargo say. */
export const PULL_REQUEST_RULES = [
  ...ruleFamily('pull-request', { source: `${BUILTIN}/git_pr_waiter.go` }, [
    {
      id: 'closed-unmerged',
      patterns: [
        'pull request {number:d} was closed without being merged',
        'pull request {number:d} is closed but not merged',
        'pull request {number:d} is abandoned',
      ],
      cause:
        'The pull request {number} was closed without being merged: a reviewer rejected it, or a newer one replaced it.',
      nextStep: 'Ask whoever closed it. Promote again for a new pull request.',
      whoCanAct: 'reviewer',
      safeToRetry: 'no',
      severity: 'decision',
    },
    {
      id: 'conflicts',
      patterns: ['pull request {number:d} has conflicts and cannot be merged'],
      source: `${PROVIDERS}/github/github.go`,
      versions: { since: '1.11' },
      cause:
        'The pull request {number} changes lines that the target branch has changed too.',
      nextStep:
        'Resolve the conflict in the pull request, or close it and promote again.',
    },
    {
      id: 'merge-rejected',
      patterns: ['merge rejected for pull request {number:d}'],
      source: `${PROVIDERS}/github/github.go, ${PROVIDERS}/gitea/gitea.go`,
      versions: { since: '1.10' },
      cause:
        'The Git host refused to merge the pull request {number}, mostly because a rule of the branch asks for more: reviews, checks or another merge method.',
      nextStep:
        'Look at the merge box of the pull request for what is missing.',
      whoCanAct: 'reviewer',
      confidence: 'likely',
    },
    {
      id: 'not-ready',
      patterns: [
        'pull request {number:d} is not ready to merge and wait is disabled',
      ],
      source: `${BUILTIN}/git_pr_merger.go`,
      cause:
        'The pull request {number} could not be merged yet: checks, reviews or conflicts are open, and the step does not wait.',
      nextStep:
        'Set `wait: true` on git-merge-pr, or finish the checks and promote again.',
      safeToRetry: 'yes',
    },
    {
      id: 'not-found',
      patterns: [
        'pull request {number:d} not found',
        'merge request {number:d} not found',
      ],
      source: PROVIDERS,
      cause: 'The pull request {number} does not exist in this repository.',
      nextStep:
        'Check that the number comes from the git-open-pr step of the same repository.',
    },
    {
      id: 'target-branch-missing',
      patterns: [
        'target branch "{branch}" does not exist',
        'remote branch "{branch}" does not exist in repo ',
      ],
      source: `${BUILTIN}/git_pr_opener.go`,
      cause: 'The target branch {branch} of the pull request does not exist.',
      nextStep: 'Create the branch, or correct `targetBranch` of git-open-pr.',
    },
    {
      id: 'earlier-step-output',
      patterns: [
        'output from step with alias "{alias}" is not a map[string]any',
        'PR ID in output from step with alias "{alias}" is not an int64',
      ],
      source: `${BUILTIN}/git_pr_opener.go`,
      cause: 'The step {alias} has left no number of a pull request.',
      nextStep:
        'Point the step to the alias of a git-open-pr step that ran before it.',
    },
    {
      id: 'no-provider',
      patterns: [
        'no registered providers for {repository:w}',
        'no registered providers with name "{provider}"',
      ],
      source: `${PROVIDERS}/registry.go`,
      cause: 'Kargo cannot tell which kind of Git host serves this repository.',
      nextStep:
        'Set `provider` on the step to azure, bitbucket, gitea, github or gitlab.',
    },
    {
      id: 'provider-without-token',
      patterns: ['token is required for Azure DevOps provider'],
      source: `${PROVIDERS}/azure/azure.go`,
      cause:
        'There is no token for this repository, and Azure DevOps needs one.',
      nextStep:
        'Add a Secret with the label `kargo.akuity.io/cred-type: git`, the URL of the repository and a personal access token.',
      whoCanAct: 'platform-team',
    },
    {
      id: 'merge-method',
      patterns: [
        'unsupported merge method "{method}"',
        'unsupported merge strategy "{method}"',
      ],
      source: PROVIDERS,
      versions: { since: '1.10' },
      cause: 'The Git host of this repository has no merge method {method}.',
      nextStep: 'Choose a `mergeMethod` that this Git host knows.',
    },
    {
      id: 'repository-url',
      patterns: [
        'could not extract repository owner and name from URL "{repository}"',
        'could not extract repository organization, project, and name from URL "{repository}"',
        'invalid repository path in URL "{repository}"',
        'unsupported host "{host}"',
        'unsupported Bitbucket host "{host}"',
        'error processing repository URL: {repository}',
      ],
      source: PROVIDERS,
      cause:
        'The URL of the repository has not the form that this kind of Git host uses.',
      nextStep:
        'Correct `repoURL`, or set `provider` if the host is of another kind.',
    },
    {
      id: 'labels-missing',
      patterns: ['labels not found in repository {repository}: {labels}'],
      source: `${PROVIDERS}/gitea/gitea.go`,
      versions: { since: '1.11' },
      cause:
        'The repository {repository} has no labels {labels}, and Gitea does not create them.',
      nextStep:
        'Create the labels in the repository, or take them from git-open-pr.',
    },
    {
      id: 'asynchronous-merge',
      patterns: [
        'pull request {number:d} merge was accepted asynchronously and cannot be awaited',
      ],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause:
        'Bitbucket merges the pull request {number} in the background, and Kargo cannot see when it is done.',
      nextStep:
        'Look at the pull request; once it is merged, follow it with git-wait-for-pr in a new promotion.',
      safeToRetry: 'no',
    },
    {
      id: 'unexpected-state',
      patterns: [
        'unknown pull request state "{state}"',
        'unexpected state "{state}" after merging pull request {number:d}',
      ],
      source: PROVIDERS,
      cause:
        'The Git host calls the state of the pull request {state}, which Kargo does not know.',
      nextStep:
        'Look at the pull request, then promote again; report it to Kargo if it returns.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'empty-answer',
      patterns: [
        'unexpected nil pull request',
        'unexpected nil merge request',
        'unexpected nil merge result',
        'unexpected nil PR after merge',
        'unexpected nil response after merging pull request ',
        'unexpected type for list response: ',
        "list response missing 'values' field",
        'unexpected type for list values: ',
        'unexpected commit response type: ',
        "commit response missing 'hash' field",
        'error parsing pull request response: ',
        'error parsing merged pull request response: ',
        'marshal PR response: ',
        'unmarshal PR response: ',
        'error converting pull request {number:d}: ',
        'error converting merged pull request {number:d}: ',
        'no last merge source commit found for pull request {number:d}',
      ],
      source: PROVIDERS,
      cause:
        'The Git host answered with success but without the pull request that it should describe.',
      nextStep:
        'Look whether the pull request was opened or merged, then promote again. A proxy that answers for the Git host is a known reason.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'host-refused-credentials',
      patterns: ['unexpected response 401 '],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause: 'Bitbucket did not accept the credentials of the repository.',
      nextStep: 'Renew the token in the Secret of the repository.',
      whoCanAct: 'platform-team',
    },
    {
      id: 'host-forbids',
      patterns: ['unexpected response 403 '],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause:
        'The token for Bitbucket lacks the right to work with pull requests.',
      nextStep: 'Give the token the scope to write pull requests.',
      whoCanAct: 'repository-admin',
    },
    {
      id: 'host-does-not-know',
      patterns: ['unexpected response 404 '],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause:
        'Bitbucket does not know the repository or the pull request, or hides it from this token.',
      nextStep:
        'Check the URL first, then that the token may read the repository.',
      whoCanAct: 'repository-admin',
      confidence: 'likely',
    },
    {
      id: 'host-rejects-request',
      patterns: ['unexpected response 400 ', 'unexpected response 409 '],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause:
        'Bitbucket refused the request as it is: mostly a branch that does not exist, no changes between the branches, a conflict, or an open check.',
      nextStep: 'Look at both branches and at the pull request in Bitbucket.',
      confidence: 'possible',
    },
    {
      id: 'host-limits',
      patterns: ['unexpected response 429 '],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause: 'Bitbucket limits the number of calls of this token.',
      nextStep:
        'Wait, then promote again. Spread stages over several tokens if it returns.',
      whoCanAct: 'platform-team',
      safeToRetry: 'yes',
    },
    {
      id: 'host-down',
      patterns: [
        'unexpected response 500 ',
        'unexpected response 502 ',
        'unexpected response 503 ',
        'unexpected response 504 ',
      ],
      source: `${PROVIDERS}/bitbucket/cloud/provider.go`,
      versions: { since: '1.11' },
      cause: 'Bitbucket had a fault of its own.',
      nextStep: 'Look at the status page of Bitbucket, then promote again.',
      whoCanAct: 'nobody',
      safeToRetry: 'yes',
    },
  ]),
];
