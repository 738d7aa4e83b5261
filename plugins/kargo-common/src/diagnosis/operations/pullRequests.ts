import { operationsOf } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the steps that work with pull requests do. */
export const PULL_REQUEST_OPERATIONS = [
  ...operationsOf('pull-request', `${BUILTIN}/git_pr_opener.go`, [
    [
      'provider',
      'connecting to the API of the Git host',
      ['error creating git provider service: '],
    ],
    [
      'open',
      'opening a pull request',
      ['error creating pull request: ', 'error creating pull request from '],
    ],
    [
      'find',
      'looking for a pull request that exists already',
      [
        'error determining if pull request already exists: ',
        'error listing pull requests: ',
      ],
    ],
    [
      'commit-message',
      'reading the message of the last commit',
      ['error getting commit message from head of branch '],
    ],
    [
      'compare',
      'comparing the branches {source} and {target}',
      [
        'failed to check for changes between remote branches {source} and {target}: ',
      ],
      { since: '1.10' },
    ],
    [
      'create-target',
      'creating the target branch {branch}',
      ['error creating orphaned branch "{branch}" in repo '],
      { until: '1.9' },
    ],
    [
      'earlier-step',
      'reading the number of the pull request from an earlier step',
      ['error getting PR number from shared state: '],
    ],
  ]),
  ...operationsOf('pull-request', `${BUILTIN}/git_pr_waiter.go`, [
    [
      'read',
      'reading the pull request {number}',
      [
        'error getting pull request {number:d}: ',
        'error getting merge request {number:d}: ',
        'error getting pull request {number:d} after merge: ',
        'error fetching PR {number:d} after merge: ',
      ],
    ],
  ]),
  ...operationsOf('pull-request', `${BUILTIN}/git_pr_merger.go`, [
    [
      'merge',
      'merging the pull request {number}',
      [
        'error merging pull request {number:d}: ',
        'error merging merge request {number:d}: ',
      ],
    ],
  ]),
];
