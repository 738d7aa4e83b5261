import { operationsOf } from '../rule';

/** What the promotion controller does around the steps. */
export const PROMOTION_OPERATIONS = [
  ...operationsOf(
    'promotion',
    'pkg/promotion/evaluator.go',
    [
      [
        'step-config',
        'evaluating the configuration of the step',
        ['failed to get step config: '],
      ],
      [
        'variable',
        'evaluating the variable {variable}',
        ['error pre-processing promotion variable "{variable}": '],
      ],
    ],
    { frame: true },
  ),
  ...operationsOf('promotion', 'pkg/controller/promotions/promotions.go', [
    [
      'find-freight',
      'looking for the freight {freight}',
      [
        'error finding Freight "{freight}" in namespace ',
        'error getting Freight "{freight}" in namespace ',
      ],
    ],
    [
      'find-stage',
      'looking for the stage {stage}',
      [
        'error finding Stage "{stage}" in namespace ',
        'error getting Stage "{stage}" in namespace ',
        'get stage: ',
      ],
    ],
    [
      'update-status',
      'storing the result of the promotion',
      ['error updating status: '],
    ],
    [
      'find-warehouse',
      'looking for the warehouse {warehouse}',
      ['error getting Warehouse "{warehouse}" in namespace '],
    ],
  ]),
  ...operationsOf(
    'metadata',
    'pkg/promotion/runner/builtin/metadata_setter.go',
    [
      [
        'read',
        'reading the object to describe',
        ['error getting Stage: ', 'error getting Freight: '],
      ],
      [
        'write',
        'storing metadata',
        ['error updating metadata for ', 'error patching status of '],
      ],
    ],
  ),
  ...operationsOf(
    'freight-alias',
    'pkg/promotion/runner/builtin/set_freight_alias.go',
    [
      [
        'read',
        'reading the freight {freight}',
        ['failed to fetch Freight "{freight}" in project '],
        { since: '1.10' },
      ],
      [
        'write',
        'storing the alias of the freight {freight}',
        ['failed to patch alias for Freight "{freight}" in project '],
        { since: '1.10' },
      ],
    ],
  ),
];
