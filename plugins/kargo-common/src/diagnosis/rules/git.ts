import { ruleFamily } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the Git steps themselves say. */
export const GIT_RULES = [
  ...ruleFamily('git-clone', { source: `${BUILTIN}/git_cloner.go` }, [
    {
      id: 'branch-missing',
      patterns: [
        'remote branch "{branch}" of repo {repository} does not exist; set create=true',
      ],
      cause:
        'The branch {branch} does not exist in {repository}. This is usual on the first promotion to a branch for rendered manifests.',
      nextStep:
        'Create the branch, or set `create: true` on this checkout of the git-clone step.',
      whoCanAct: 'developer',
    },
    {
      id: 'duplicate-alias',
      patterns: ['duplicate checkout alias "{alias}" at checkout[{index}]'],
      cause: 'Two checkouts of the step have the alias {alias}.',
      nextStep: 'Give each checkout an alias of its own.',
    },
    {
      id: 'sparse-pattern',
      patterns: [
        'sparse checkout pattern must be relative: {pattern}',
        'sparse checkout pattern cannot escape repository: {pattern}',
        'sparse checkout pattern cannot contain glob characters (*, ?, [): {pattern}',
      ],
      source: 'pkg/controller/git/work_tree.go',
      cause:
        'The sparse checkout pattern of the step is not a directory inside the repository.',
      nextStep:
        'Name directories relative to the root of the repository, without wildcards.',
    },
    {
      id: 'working-tree-exists',
      patterns: ['working tree already exists at "{path}"'],
      source: 'pkg/controller/git/bare_repo.go',
      cause:
        'The directory of the checkout is taken by an earlier attempt or by another checkout of this step.',
      nextStep:
        'Give each checkout a path of its own; if the paths differ already, promote again.',
      confidence: 'likely',
    },
    {
      id: 'no-working-tree',
      patterns: ['no working tree exists at "{path}"'],
      source: 'pkg/controller/git/bare_repo.go',
      cause:
        'The working tree {path} that Kargo meant to remove is not there; another step has removed or replaced it.',
      nextStep:
        'Let only git-clone and git-clear change the directories of checkouts.',
      confidence: 'likely',
    },
  ]),
  ...ruleFamily('git-push', { source: `${BUILTIN}/git_pusher.go` }, [
    {
      id: 'race',
      patterns: [
        'error pushing branch: non-fast-forward',
        'error pushing commits to remote: non-fast-forward',
        'error replaying commits via GitHub API: non-fast-forward',
        'error updating target ref: non-fast-forward',
        'error updating ref {ref:w} to {commit:w} (not a fast forward): ',
      ],
      cause:
        'Others pushed to the same branch each time Kargo tried. The lock of a branch is held per controller, so stages of several shards that share a branch collide.',
      nextStep:
        'Promote again. If it happens often, give each stage a branch of its own or raise `maxAttempts`.',
      safeToRetry: 'yes',
    },
    {
      id: 'merge-conflict',
      patterns: ['merge conflict$', 'merge conflict\n'],
      source: 'pkg/controller/git/errors.go',
      cause:
        'The commit of the promotion and what others pushed meanwhile change the same lines.',
      nextStep:
        'Resolve the conflict in Git, then promote again. Retrying alone changes nothing.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'rebase-unsafe',
      patterns: ['rebase is unsafe and policy prohibits merge fallback'],
      source: 'pkg/controller/git/errors.go',
      versions: { since: '1.10' },
      cause:
        'A rebase would replace signatures of commits that Kargo does not trust, and the push integration policy allows no merge instead.',
      nextStep:
        'Give Kargo a trusted signing key, or choose a push integration policy that falls back to a merge.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'integration-policy',
      patterns: ['unknown push integration policy: "{policy}"'],
      source: 'pkg/controller/git/remote_commit_integration.go',
      versions: { since: '1.10' },
      cause:
        'The controller is configured with the push integration policy {policy}, which Kargo does not know.',
      nextStep: 'Correct the push integration policy of the controller.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'signature-check',
      patterns: [
        'error checking signing configuration: {reason}',
        'error verifying signature of commit {commit:w}: {reason}',
        'error getting signature info for commit {commit:w}: {reason}',
        'error checking signature of commit {commit:w}: {reason}',
        'error reading commit.gpgSign config: {reason}',
      ],
      source: 'pkg/controller/git/gpg.go',
      versions: { since: '1.10' },
      cause:
        'Kargo could not check the signatures of commits on the branch: {reason}',
      nextStep:
        'Check the signing key of Kargo and that gpg works in the controller.',
      whoCanAct: 'kargo-admin',
      confidence: 'likely',
    },
  ]),
  ...ruleFamily(
    'git',
    { source: 'pkg/promotion/git_user_resolver.go', whoCanAct: 'kargo-admin' },
    [
      {
        id: 'signing-key-incomplete',
        patterns: [
          'secret "{secret}" does not contain expected key "{key}"',
          'could not determine fingerprint of gpg key "{key}"',
        ],
        versions: { since: '1.10' },
        cause: 'The Secret with the signing key of Kargo holds no usable key.',
        nextStep:
          'Store the armoured private key in the Secret under the expected key.',
      },
      {
        id: 'unexpected-output',
        patterns: [
          'unexpected number of fields: "{output}"',
          'unexpected output from git show for commit "{commit}": "{output}"',
          'error parsing commit date "{output}": ',
          'error parsing creator date "{output}": ',
          'error scanning commits output: ',
          'error scanning ls-remote output: ',
          'error scanning worktree output: ',
        ],
        source: 'pkg/controller/git/work_tree.go',
        cause:
          'Git in the controller printed something that Kargo cannot read, most likely because of an unusual commit or tag.',
        nextStep:
          'Look at the named commit or tag; report it to Kargo if it looks usual.',
        confidence: 'possible',
      },
      {
        id: 'configuration',
        patterns: [
          'error configuring the author: ',
          'error configuring the credentials: ',
          'error configuring http.sslVerify: ',
          'error configuring git user name: ',
          'error configuring git user email: ',
          'error configuring commit gpg signing: ',
          'error configuring tag gpg signing: ',
          'error configuring init.defaultBranch: ',
          'error saving repo dir as config: ',
          'error saving repo home dir as config: ',
          'error saving original URL as config: ',
          'error reading repo dir from config: ',
          'error reading repo home dir from config: ',
          'error reading URL of remote "origin" from config: ',
          'error getting URL of remote "origin": ',
          'error getting original URL of remote "origin": ',
        ],
        source: 'pkg/controller/git/base_repo.go',
        cause:
          'Git in the controller could not read or write its own configuration, so the checkout is damaged or was made by something else than git-clone.',
        nextStep:
          'Promote again, which starts with a fresh directory. If it returns, check that the path of the step is a checkout of git-clone and that the disk of the controller is writable.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
      {
        id: 'home-directory',
        patterns: [
          'error creating home directory for repo "{repository}": ',
          'error resolving symlinks in path {path}: ',
          'error creating SSH directory "{path}": ',
          'error writing SSH config to "{path}": ',
          'error writing SSH key to "{path}": ',
          'error resolving absolute path for {path}: ',
          'error creating virtual home directory "{path}" for commit command: ',
        ],
        source: 'pkg/controller/git/base_repo.go',
        cause:
          'The controller could not prepare its temporary directory for Git.',
        nextStep:
          'Check the space and the rights of the temporary directory of the controller.',
        whoCanAct: 'platform-team',
        confidence: 'likely',
      },
    ],
  ),
  ...ruleFamily(
    'github-push',
    { source: `${BUILTIN}/github_pusher.go`, versions: { since: '1.10' } },
    [
      {
        id: 'no-credentials',
        patterns: [
          'no credentials found for {repository:w}',
          'credentials for {repository} are missing a password/token',
        ],
        cause:
          'There is no token for {repository}, and pushing through the API of GitHub needs one.',
        nextStep:
          'Add a Secret with the label `kargo.akuity.io/cred-type: git`, the URL of the repository and a token.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'ssh-key',
        patterns: [
          'found SSH key for {repository}; this can be used for basic Git operations only',
        ],
        cause:
          'The credentials for {repository} are an SSH key, and the API of GitHub does not take one.',
        nextStep:
          'Replace the SSH key by a GitHub App or a personal access token.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'diverged',
        patterns: [
          'source branch is behind target branch and force pushing is not enabled',
          'source and target branches have diverged and force pushing is not enabled',
        ],
        cause:
          'The target branch holds commits that the promotion does not have, and the step may not overwrite them.',
        nextStep:
          'Promote again, so that the step starts from the newest commit; allow force only for branches that nobody else writes.',
        safeToRetry: 'yes',
      },
      {
        id: 'too-many-commits',
        patterns: [
          'commit range {range:w} contains {count:d} commits, which exceeds the configured maximum of {maximum:d}',
        ],
        cause:
          'The promotion would push {count} commits through the API of GitHub; the controller allows {maximum}.',
        nextStep: 'Push with git-push, or raise the maximum of the controller.',
        whoCanAct: 'kargo-admin',
      },
      {
        id: 'unexpected-answer',
        patterns: [
          'unexpected comparison status "{status}" for ',
          'commit {number:d} in range has missing tree information',
        ],
        cause:
          'GitHub answered something that Kargo does not expect about the commits to push.',
        nextStep: 'Promote again; report it to Kargo if it returns.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
    ],
  ),
];
