import { operationsOf } from '../rule';

const SUBJECTS = { subjects: ['warehouse'] } as const;

/** What the warehouse controller does, from the outermost layer inwards. */
export const WAREHOUSE_OPERATIONS = [
  ...operationsOf(
    'warehouse',
    'pkg/controller/warehouses/warehouses.go',
    [
      [
        'create-freight',
        'creating freight {freight}',
        [
          'Error creating Freight "{freight}" in namespace ',
          'error creating Freight "{freight}" in namespace ',
        ],
      ],
      [
        'build-freight',
        'composing freight from the newest artifacts',
        [
          'Error building Freight from latest artifacts: ',
          'failed to build Freight from latest artifacts: ',
        ],
      ],
      [
        'criteria',
        'evaluating the freight creation criteria',
        ['Evaluation of Freight creation criteria failed: '],
      ],
      [
        'discover',
        'discovering artifacts',
        [
          'Unable to discover artifacts: ',
          'Artifact discovery failed: ',
          'error discovering artifacts: ',
        ],
      ],
    ],
    { ...SUBJECTS, frame: true },
  ),
  ...operationsOf(
    'warehouse-git',
    'pkg/subscription/git.go',
    [
      [
        'credentials',
        'looking up the credentials for {repository}',
        ['error obtaining credentials for git repo "{repository}": '],
      ],
      [
        'select',
        'reading the subscription to {repository}',
        ['error obtaining selector for commits from git repo "{repository}": '],
      ],
      [
        'discover',
        'discovering commits of {repository}',
        ['error discovering commits from git repo "{repository}": '],
      ],
    ],
    SUBJECTS,
  ),
  ...operationsOf(
    'warehouse-image',
    'pkg/subscription/image.go',
    [
      [
        'credentials',
        'looking up the credentials for {repository}',
        ['error obtaining credentials for image repo "{repository}": '],
      ],
      [
        'select',
        'reading the subscription to {repository}',
        ['error obtaining selector for image "{repository}": '],
      ],
      [
        'discover',
        'discovering images of {repository}',
        ['error discovering newest applicable images "{repository}": '],
      ],
    ],
    SUBJECTS,
  ),
  ...operationsOf(
    'warehouse-chart',
    'pkg/subscription/chart.go',
    [
      [
        'credentials',
        'looking up the credentials for {repository}',
        ['error obtaining credentials for chart repository "{repository}": '],
      ],
      [
        'select',
        'reading the subscription to {repository}',
        [
          'error obtaining selector for chart versions from helm chart repo "{repository}": ',
        ],
      ],
      [
        'discover',
        'discovering charts of {repository}',
        [
          'error discovering chart versions from helm chart repo "{repository}": ',
        ],
      ],
    ],
    SUBJECTS,
  ),
];
