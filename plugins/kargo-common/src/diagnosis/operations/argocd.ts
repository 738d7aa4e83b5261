import { operationsOf } from '../rule';

/** What the steps and the health checker do with Argo CD. */
export const ARGOCD_OPERATIONS = [
  ...operationsOf('argocd', 'pkg/promotion/runner/builtin/argocd_updater.go', [
    [
      'find',
      'looking for the Argo CD Application {application}',
      [
        'error finding Argo CD Application "{application}" in namespace ',
        'error getting Argo CD Application "{application}" in namespace ',
      ],
    ],
    [
      'list',
      'listing the Argo CD Applications of a selector',
      ['error listing Argo CD Applications matching selector: '],
    ],
    [
      'select',
      'reading the selector of Argo CD Applications',
      ['error building label selector: '],
    ],
    [
      'sync',
      'starting the sync of the Argo CD Application {application}',
      [
        'error syncing Argo CD Application "{application}" in namespace ',
        'error patching Argo CD Application "{application}": ',
      ],
    ],
    [
      'sources',
      'working out the sources of the Argo CD Application {application}',
      [
        'error building desired sources for Argo CD Application "{application}" in namespace ',
      ],
    ],
  ]),
];
