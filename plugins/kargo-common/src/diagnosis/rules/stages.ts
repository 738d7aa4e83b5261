import { ruleFamily } from '../rule';

/** What the stage controller says about stages as a whole. */
export const STAGE_RULES = [
  ...ruleFamily(
    'stage',
    { source: 'pkg/controller/stages/regular_stages.go' },
    [
      {
        id: 'policy-pattern',
        patterns: [
          'error parsing PromotionPolicy name pattern "{pattern}": ',
          'error parsing PromotionPolicy label selector "{pattern}": ',
        ],
        cause:
          'A promotion policy of the project selects stages by {pattern}, which is not well formed, so no stage of the project is promoted automatically.',
        nextStep: 'Correct the selector in the ProjectConfig.',
      },
      {
        id: 'several-upstream',
        patterns: [
          'unexpectedly found {count:d} available Freight running immediately upstream from Stage "{stage}"',
        ],
        versions: { until: '1.10' },
        cause:
          'The upstream stage holds {count} pieces of freight of one origin, which should not be.',
        nextStep: 'Promote the upstream stage again.',
        confidence: 'likely',
      },
      {
        id: 'target-selector',
        patterns: [
          'error parsing target selector {index:d}: ',
          'error resolving Targets governed by Stage "{stage}"',
          'error listing Targets in namespace ',
        ],
        source: 'pkg/api/target.go',
        versions: { since: '1.12' },
        cause: 'The targets that the stage selects cannot be worked out.',
        nextStep: 'Correct the selectors of the stage.',
        confidence: 'likely',
      },
      {
        id: 'authorised-stage-format',
        patterns: [
          'invalid authorized Stage "{value}": expected format ',
          'invalid authorized Stage "{value}": deprecated glob expressions',
          'no authorized Stages found in "{value}"',
        ],
        source: 'pkg/api/stage.go',
        versions: { since: '1.11' },
        cause:
          'The annotation of an Argo CD Application names the allowed stages as {value}, which has not the form project:stage.',
        nextStep: 'Write project:stage into the annotation, without wildcards.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'in-progress',
        patterns: [
          'Waiting for health check to be performed after successful promotion',
          'Waiting for verification to be performed after successful promotion',
          'Promotion "{promotion}" is currently {phase}',
          'Stage has a Promotion in progress',
          'Freight is pending verification',
          'Freight is currently being verified',
        ],
        cause: 'The stage is being promoted, assessed or verified.',
        nextStep: 'Wait until it is done.',
        whoCanAct: 'nobody',
        safeToRetry: 'no',
        severity: 'waiting',
      },
      {
        id: 'not-healthy',
        patterns: ['Stage is unhealthy (', 'Stage is not healthy'],
        cause: 'The stage is not healthy.',
        nextStep: 'Read the issues of its health: they name the Applications.',
        safeToRetry: 'no',
      },
      {
        id: 'not-verified',
        patterns: ['Stage is not verified'],
        cause: 'The freight of the stage is not verified.',
        nextStep: 'Look at the last verification of the stage.',
        safeToRetry: 'no',
      },
      {
        id: 'availability-strategy',
        patterns: ['unsupported AvailabilityStrategy: {strategy}'],
        source: 'pkg/api/warehouse.go',
        cause:
          'The stage asks for freight with the availability strategy {strategy}, which Kargo does not know.',
        nextStep: 'Use All or OneOf as `availabilityStrategy`.',
      },
      {
        id: 'no-verification-to-act-on',
        patterns: [
          'stage has no current freight',
          'stage has no current verification info',
          'current stage verification info has no ID',
        ],
        source: 'pkg/api/stage.go',
        cause:
          'There is no verification of the stage that could be repeated or aborted.',
        nextStep: 'Promote freight to the stage first.',
        safeToRetry: 'no',
      },
    ],
  ),
];
