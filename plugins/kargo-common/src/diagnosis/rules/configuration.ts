import { ruleFamily } from '../rule';

/** Configuration and expressions of steps. */
export const CONFIGURATION_RULES = [
  ...ruleFamily(
    'configuration',
    { source: 'pkg/promotion/runner/builtin/validation.go' },
    [
      {
        id: 'invalid',
        patterns: [
          'invalid {kind:w} config: {reason}',
          'could not convert config into {kind:w} config: {reason}',
          'could not validate {kind:w} config: {reason}',
        ],
        cause: 'The configuration of the {kind} step is not valid: {reason}',
        nextStep:
          'Correct the configuration. Where it looks right, an expression in it has become empty: check the variables and what the freight holds.',
        safeToRetry: 'after-fix',
      },
      {
        id: 'poll-interval',
        patterns: ['error parsing pollInterval: {reason}'],
        source: 'pkg/promotion/runner/builtin/poll_interval.go',
        versions: { since: '1.11' },
        cause: 'The `pollInterval` of the step is no duration: {reason}',
        nextStep: 'Write a duration such as 30s or 5m.',
      },
      {
        id: 'empty-path',
        patterns: [
          'JSON file path cannot be empty',
          'YAML file path cannot be empty',
          'TOML file path cannot be empty',
          'output path must not be empty',
        ],
        source: 'pkg/promotion/runner/builtin/json_parser.go',
        cause:
          'The step has no path, or the expression for it has become empty.',
        nextStep: 'Set the path of the step; check the variables in it.',
      },
      {
        id: 'metadata-kind',
        patterns: ['unsupported kind "{kind}"'],
        source: 'pkg/promotion/runner/builtin/metadata_setter.go',
        cause: 'Metadata can be set on a Stage or on Freight, not on {kind}.',
        nextStep: 'Correct `kind` in the set-metadata step.',
      },
      {
        id: 'task-reference',
        patterns: [
          'missing task reference',
          'unknown task reference kind "{kind}"',
          'missing value for variable "{variable}"',
          'inflate task steps for task "{task}"',
          'inflate tasks steps for task "{task}"',
        ],
        source: 'pkg/api/promotion.go',
        cause:
          'A promotion task of the stage cannot be used: it is not named, of an unknown kind, or a variable of it has no value.',
        nextStep:
          'Correct the task step in the promotion template of the stage.',
      },
      {
        id: 'promotion-incomplete',
        patterns: [
          'stage "{stage}" has no promotion template',
          'stage is required',
          'freight is required',
        ],
        source: 'pkg/kargo/promotion_builder.go',
        versions: { until: '1.10' },
        cause:
          'A promotion was asked for without a stage, without freight, or for a stage that defines no steps.',
        nextStep:
          'Name the stage and the freight; a stage without promotion template only passes freight on.',
      },
    ],
  ),
  ...ruleFamily(
    'expressions',
    { source: 'pkg/expressions/json_templates.go' },
    [
      {
        id: 'artifact-not-in-freight',
        patterns: [
          'cannot fetch {field:w} from <nil>',
          'cannot fetch {field:w} from nil',
        ],
        source: 'github.com/expr-lang/expr',
        cause:
          'An expression reads {field} of something that is not there. Most often the freight holds no commit, image or chart of the repository that the expression names, or an earlier step was skipped.',
        nextStep:
          'Compare the repository in the expression to the letter with the subscriptions of the warehouse; check that the steps it refers to ran.',
        confidence: 'likely',
      },
      {
        id: 'unknown-name',
        patterns: ['unknown name {name} ('],
        source: 'github.com/expr-lang/expr',
        cause:
          'An expression uses the name {name}, which is neither a variable nor a function.',
        nextStep:
          'Correct the name; variables are read as vars.name and outputs as outputs.alias.',
      },
      {
        id: 'syntax',
        patterns: [
          'unexpected token ',
          'unclosed expression: expected "{end}" but reached end of template',
          'input is not valid JSON; are all expressions enclosed in quotes?',
          'invalid operation: ',
          'cannot use {value} as argument ',
        ],
        source: 'pkg/expressions/json_templates.go, github.com/expr-lang/expr',
        cause: 'An expression of the step is not well formed.',
        nextStep: 'Correct the expression; in YAML it must stand in quotes.',
      },
      {
        id: 'compile',
        patterns: ['error compiling expression "{expression}": '],
        source: 'pkg/promotion/runner/builtin/json_parser.go',
        confidence: 'likely',
        cause: 'The expression {expression} of the step does not compile.',
        nextStep: 'Correct the expression of the output.',
      },
      {
        id: 'evaluate',
        patterns: ['error evaluating expression "{expression}": '],
        source: 'pkg/promotion/runner/builtin/json_parser.go',
        confidence: 'likely',
        cause: 'The expression {expression} does not fit what the file holds.',
        nextStep: 'Compare the expression with the content of the file.',
      },
      {
        id: 'not-a-boolean',
        patterns: ['expression must evaluate to a boolean, got {type}'],
        source: 'pkg/promotion/evaluator.go',
        cause: 'The `if` of the step gives {type} instead of true or false.',
        nextStep:
          'Compare with == or negate with ! so that the expression gives true or false.',
      },
      {
        id: 'reserved-name',
        patterns: [
          ' is a forbidden key in the environment map',
          'error applying quote() function: ',
          'error applying asYAML() function: ',
          'error applying asJSON() function: ',
        ],
        cause:
          'A variable or a function of the expression collides with what Kargo itself needs there.',
        nextStep:
          'Rename the variable, or simplify what is passed to quote(), asYAML() and asJSON().',
        confidence: 'likely',
      },
      {
        id: 'function-arguments',
        patterns: [
          'expected {expected:w} argument, got {count:d}',
          'expected {expected:w} arguments, got {count:d}',
          'argument must be string, got ',
          'argument must be FreightOrigin, got ',
          'argument must be string or FreightOrigin, got ',
          'freight ref name must not be empty',
          'metadata key must not be empty',
          'stage name must not be empty',
          ': name must not be empty',
          'argument must not be empty',
        ],
        source: 'pkg/expressions/function/functions.go',
        cause:
          'A function of an expression got the wrong number or the wrong kind of arguments.',
        nextStep:
          'Check the call against the reference of expression functions; an empty variable is a frequent reason.',
      },
      {
        id: 'secret-unreadable',
        patterns: [
          'failed to get secret {secret:w}: ',
          'failed to get configmap {secret:w}: ',
        ],
        source: 'pkg/expressions/function/functions.go',
        cause:
          'The Secret or ConfigMap {secret} that an expression reads could not be read in the namespace of the project.',
        nextStep:
          'Check that it exists in the namespace of the project and carries the label that Kargo asks for.',
        confidence: 'likely',
        whoCanAct: 'developer',
      },
      {
        id: 'metadata-unreadable',
        patterns: [
          'failed to unmarshal metadata value for key {key:w}: ',
          'failed to get metadata {key:w} from freight ',
          'failed to get freight {key:w}: ',
          'failed to get stage {key:w}: ',
          'error converting unstructured object to Freight: ',
          'error converting unstructured object to Stage: ',
          'error marshaling freight status: ',
          'error unmarshaling freight status: ',
        ],
        source: 'pkg/expressions/function/functions.go',
        cause:
          'An expression reads metadata of freight or of a stage that is not there or cannot be read.',
        nextStep:
          'Check that a set-metadata step wrote the key before, and that the name in the expression is right.',
        confidence: 'likely',
      },
      {
        id: 'artifact-unreadable',
        patterns: [
          'error finding artifact from subscription {subscription:w}: ',
          'error unmarshaling metadata for artifact from subscription {subscription:w}: ',
          'error unmarshaling artifact details for subscription {subscription:w}: ',
        ],
        source: 'pkg/expressions/function/functions.go',
        cause:
          'An expression asks for an artifact of the subscription {subscription} that cannot be found or read.',
        nextStep: 'Check the name of the subscription in the warehouse.',
        confidence: 'likely',
      },
      {
        id: 'semantic-version',
        patterns: ['invalid semantic version: {reason}'],
        source: 'pkg/expressions/function/functions.go',
        cause:
          'semverDiff or semverParse got a text that is no semantic version.',
        nextStep: 'Pass only tags of the form 1.2.3.',
      },
    ],
  ),
];
