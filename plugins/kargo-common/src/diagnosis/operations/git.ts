import { operationsOf } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the steps that work with Git do. */
export const GIT_OPERATIONS = [
  ...operationsOf('git-clone', `${BUILTIN}/git_cloner.go`, [
    [
      'clone',
      'cloning {repository}',
      [
        'error cloning {repository}: ',
        'error cloning repo "{repository}" into ',
      ],
    ],
    [
      'create-branch',
      'creating the branch {branch}',
      ['error ensuring existence of remote branch {branch}: '],
    ],
    [
      'check-branch',
      'looking for the branch {branch} of {repository}',
      [
        'error checking if remote branch "{branch}" of repo {repository} exists: ',
      ],
    ],
    [
      'add-working-tree',
      'checking out a working tree',
      [
        'error adding work tree {path} to repo ',
        'error adding temporary working tree for branch ',
        'error creating temporary directory: ',
      ],
    ],
    [
      'first-commit',
      'making the first commit of the branch {branch}',
      [
        'error making initial commit to new branch "{branch}" of repo ',
        'error pushing initial commit to new branch "{branch}" to repo ',
      ],
    ],
    [
      'update-submodules',
      'updating the submodules',
      [
        'error updating submodules for worktree at ',
        'error updating submodules: ',
      ],
    ],
    [
      'resolve-head',
      'reading the commit that was checked out',
      ['error resolving HEAD for worktree at '],
    ],
  ]),
  ...operationsOf('git', `${BUILTIN}/git_commiter.go`, [
    [
      'credentials',
      'looking up the credentials for {repository}',
      ['error getting credentials for {repository}: '],
    ],
    [
      'load-working-tree',
      'opening the working tree {path}',
      ['error loading working tree from {path}: '],
    ],
    [
      'last-commit',
      'reading the last commit',
      [
        'error getting last commit ID: ',
        'error obtaining ID of last commit: ',
        'error getting source HEAD: ',
      ],
    ],
    [
      'current-branch',
      'reading the current branch',
      [
        'error getting current branch: ',
        'error getting current branch name: ',
        'error checking current branch for repo ',
      ],
    ],
    [
      'stage-changes',
      'collecting the changes',
      [
        'error adding all changes to working tree: ',
        'error checking for diffs in working tree: ',
      ],
    ],
    ['commit', 'committing', ['error committing to working tree: ']],
    [
      'tag',
      'creating the tag {tag}',
      ['error creating tag {tag}: '],
      { since: '1.10' },
    ],
    [
      'clear',
      'clearing the working tree',
      [
        'error clearing working tree at ',
        'error adding all files to working tree at ',
      ],
    ],
    [
      'push',
      'pushing the commits',
      [
        'error pushing commits to remote: ',
        'error pushing branch: ',
        'error pushing tag: ',
      ],
    ],
    [
      'integrate',
      'bringing in what others pushed meanwhile',
      [
        'error integrating remote changes from remote branch ',
        'error pulling and rebasing branch: ',
        'error pulling and merging branch: ',
        'error checking rebase safety: ',
        'error determining commits to replay: ',
      ],
    ],
    [
      'signing-key',
      'reading the signing key',
      [
        'error getting signing key Secret ',
        'error importing gpg key ',
        'error writing signing key to ',
        'error setting trust on gpg key: ',
        'error setting ultimate trust on gpg key: ',
        'error getting fingerprint of gpg key: ',
      ],
      { since: '1.10' },
    ],
    [
      'cluster-config',
      'reading the ClusterConfig',
      ['error getting ClusterConfig: '],
    ],
  ]),
  ...operationsOf(
    'git-clone',
    'pkg/promotion/git_user_resolver.go',
    [
      [
        'git-user',
        'reading who commits are made as',
        ['error resolving system git user: '],
        { since: '1.10' },
      ],
    ],
    { frame: true },
  ),
  ...operationsOf('github-push', `${BUILTIN}/github_pusher.go`, [
    [
      'client',
      'connecting to the API of GitHub',
      ['error creating GitHub client: '],
      { since: '1.10' },
    ],
    [
      'repository-url',
      'reading the URL of the repository',
      ['error parsing repository URL: '],
      { since: '1.10' },
    ],
    [
      'stage-ref',
      'pushing to the staging ref {ref}',
      ['error pushing to staging ref {ref}: '],
      { since: '1.10' },
    ],
    [
      'replay',
      'replaying the commits through the API of GitHub',
      ['error replaying commits via GitHub API: ', 'error comparing commits '],
      { since: '1.10' },
    ],
    [
      'update-ref',
      'moving the target branch',
      [
        'error updating target ref: ',
        'error creating ref ',
        'error updating ref ',
        'error getting ref ',
      ],
      { since: '1.10' },
    ],
    [
      'check-branch',
      'looking for the target branch',
      ['error checking if remote branch {branch:w} exists: '],
      { since: '1.10' },
    ],
    [
      'sync-branch',
      'bringing the working tree up to what was pushed',
      ['error syncing local branch after push: '],
      { since: '1.10' },
    ],
  ]),
];
