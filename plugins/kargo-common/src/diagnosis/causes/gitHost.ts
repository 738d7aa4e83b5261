import { ruleFamily } from '../rule';

/** What the APIs of Git hosts answer to pull request steps. */
export const GIT_HOST_RULES = ruleFamily(
  'git-host',
  {
    layer: 'outside',
    source: 'APIs of GitHub, GitLab, Gitea, Azure DevOps, Bitbucket',
    whoCanAct: 'repository-admin',
  },
  [
    {
      id: 'unauthorised',
      patterns: [
        ': 401 Bad credentials',
        ': 401 {message: 401 Unauthorized}',
        ': 401 Unauthorized',
        'TF400813: ',
        'user does not exist [uid: 0',
        'Access token is expired, revoked, or invalid',
        '401 Requires authentication',
        'VS30063: ',
      ],
      cause: 'The API of the Git host does not accept the token.',
      nextStep: 'Renew the token in the Secret of this repository.',
      whoCanAct: 'platform-team',
    },
    {
      id: 'forbidden',
      patterns: [
        'Resource not accessible by ',
        ': 403 {message: 403 Forbidden',
        ': 403 Forbidden',
        'insufficient_scope',
        'Must have admin rights to Repository',
        'TF401027',
        'token does not have at least one of required scope',
        'Resource protected by organization SAML enforcement',
      ],
      cause: 'The token is valid but may not do this at the Git host.',
      nextStep:
        'Give the token or App the right to read and write pull requests and contents.',
    },
    {
      id: 'not-found-or-no-access',
      patterns: [
        ': 404 Not Found [',
        ': 404 {message: 404 Project Not Found}',
        ': 404 {message: 404 Not found}',
        ': 404 {message: 404 Not Found}',
        'VS800075: ',
        'TF200016: ',
        "The target couldn't be found",
        'VS403466',
        'GetUserByName',
      ],
      cause:
        'The Git host does not know the repository or the pull request, or hides it from this token: for a private repository both look alike.',
      nextStep:
        'Check the URL first; then that the token may read the repository.',
      confidence: 'likely',
    },
    {
      id: 'exists',
      patterns: [
        'A pull request already exists for ',
        'Another open merge request already exists for this source branch',
        'TF401179: ',
        'pull request already exists for these targets',
      ],
      cause: 'A pull request between the same branches is open already.',
      nextStep: 'Merge or close the open pull request, then promote again.',
      whoCanAct: 'reviewer',
    },
    {
      id: 'no-changes',
      patterns: [
        'No commits between ',
        'There are no commits between ',
        'no changes between the head and the base',
      ],
      cause: 'The two branches do not differ, so there is nothing to merge.',
      nextStep:
        'Check that the steps before it committed and pushed to the source branch; skip the step with `if` when nothing changed.',
      whoCanAct: 'developer',
    },
    {
      id: 'branch-missing',
      patterns: [
        'Field:head Code:invalid',
        'Field:base Code:invalid',
        '[{source_branch: ',
        'target_branch: ',
        'TF401398: ',
      ],
      cause: 'One of the branches of the pull request does not exist.',
      nextStep:
        'Check that the source branch was pushed and that the target branch exists.',
      whoCanAct: 'developer',
    },
    {
      id: 'not-mergeable',
      patterns: [
        ': 405 Pull Request is not mergeable',
        ': 405 Method Not Allowed',
        'Branch cannot be merged',
        ': 406 ',
        ': 422 {message: Branch cannot be merged}',
        'Please try again later',
        'TF401192: ',
      ],
      cause:
        'The pull request cannot be merged as it stands: a conflict, an open check or a missing review.',
      nextStep: 'Look at the merge box of the pull request.',
      whoCanAct: 'reviewer',
      confidence: 'likely',
    },
    {
      id: 'merge-method-forbidden',
      patterns: [
        'Merge commits are not allowed on this repository',
        'Squash merges are not allowed on this repository',
        'Rebase merges are not allowed on this repository',
        'merge method is not allowed',
        'TF402461: ',
      ],
      cause: 'The repository does not allow this way of merging.',
      nextStep:
        'Set `mergeMethod` of git-merge-pr to one that the repository allows.',
      whoCanAct: 'developer',
    },
    {
      id: 'review-missing',
      patterns: [
        'At least {count:d} approving review',
        'Required status check "{check}" is ',
        'required status checks',
        'Changes must be made through a pull request',
        'Repository rule violations found',
      ],
      cause:
        'A rule of the branch asks for a review or a check that is still open.',
      nextStep: 'Finish the reviews and checks, then promote again.',
      whoCanAct: 'reviewer',
    },
    {
      id: 'head-moved',
      patterns: [
        'Head branch was modified',
        'Base branch was modified',
        'SHA does not match HEAD of source branch',
      ],
      cause:
        'Somebody pushed to a branch of the pull request in the same moment.',
      nextStep: 'Promote again.',
      whoCanAct: 'developer',
      safeToRetry: 'yes',
    },
    {
      id: 'rate-limit',
      patterns: [
        'API rate limit of ',
        'API rate limit exceeded',
        'secondary rate limit',
        ': 429 {message: ',
        'rate limit reset in ',
      ],
      cause: 'The Git host limits the number of API calls of this token.',
      nextStep:
        'Wait for the reset; use a GitHub App or several tokens if it returns.',
      whoCanAct: 'platform-team',
      safeToRetry: 'yes',
    },
    {
      id: 'validation',
      patterns: [': 422 Validation Failed [{'],
      cause:
        'The Git host refused a field of the pull request: title, label, reviewer or branch.',
      nextStep: 'Read which field the message names and correct git-open-pr.',
      whoCanAct: 'developer',
      confidence: 'possible',
    },
    {
      id: 'not-fast-forward',
      patterns: [
        'Update is not a fast forward',
        'Reference already exists',
        'Reference does not exist',
        'Object does not exist',
      ],
      cause:
        'The reference moved while Kargo was replaying commits through the API.',
      nextStep: 'Promote again.',
      whoCanAct: 'developer',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'down',
      patterns: [
        ': 500 Internal Server Error',
        ': 502 Bad Gateway',
        ': 502 Server Error',
        ': 503 Service Unavailable',
        ': 504 Gateway Timeout',
        ': 500 {message: 500 Internal Server Error}',
      ],
      cause: 'The API of the Git host had a fault of its own.',
      nextStep: 'Look at the status page of the Git host, then promote again.',
      whoCanAct: 'nobody',
      safeToRetry: 'yes',
    },
  ],
);
