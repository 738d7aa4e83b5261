import { operationsOf } from '../rule';

/** What the stage controller does. */
export const STAGE_OPERATIONS = [
  ...operationsOf('verification', 'pkg/controller/stages/regular_stages.go', [
    [
      'build',
      'preparing the analysis run of the stage {stage}',
      [
        'error building AnalysisRun for Stage "{stage}" and Freight collection ',
      ],
    ],
    [
      'create',
      'creating the analysis run {run}',
      ['error creating AnalysisRun "{run}" in namespace '],
    ],
    [
      'read',
      'reading the analysis run {run}',
      ['error getting AnalysisRun "{run}" in namespace '],
    ],
    [
      'list',
      'listing the analysis runs of the stage {stage}',
      [
        'error listing AnalysisRuns for Stage "{stage}" and Freight collection ',
      ],
    ],
    [
      'abort',
      'ending the analysis run {run}',
      ['error terminating AnalysisRun "{run}" in namespace '],
    ],
    [
      'mark',
      'recording that the freight is verified',
      [
        'error marking Freight ',
        'failed to verify Stage Freight: ',
        'failed to verify Freight for Stage: ',
      ],
    ],
  ]),
  ...operationsOf(
    'stage',
    'pkg/controller/stages/regular_stages.go',
    [
      [
        'update-status',
        'storing the status of the stage',
        ['failed to update Stage status: '],
      ],
      [
        'sync-promotions',
        'reading the promotions of the stage',
        ['failed to sync Promotions: ', 'failed to list Promotions for Stage '],
      ],
      [
        'sync-freight',
        'reading the freight of the stage',
        ['failed to sync Freight: '],
      ],
      [
        'auto-promote',
        'promoting freight by itself',
        [
          'failed to auto-promote Freight: ',
          'error checking auto-promotion policy for Stage ',
          'failed to compute effective auto-promotion holds: ',
        ],
      ],
      [
        'delete',
        'deleting the stage',
        [
          'error handling deletion of Stage: ',
          'error removing finalizer from Stage: ',
        ],
      ],
    ],
    { frame: true },
  ),
];
