import { ruleFamily } from '../rule';

/** Steps that read and change YAML, JSON and TOML. */
export const STRUCTURED_FILE_RULES = [
  ...ruleFamily(
    'structured-file',
    { source: 'pkg/yaml/yaml.go, pkg/toml/toml.go' },
    [
      {
        id: 'key-not-found',
        patterns: [
          'error finding key {key}: key path not found',
          "field '{key}' not found",
        ],
        cause: 'The file has no key {key}.',
        nextStep:
          'Correct the key; a dot inside a name must be escaped with a backslash.',
      },
      {
        id: 'key-not-scalar',
        patterns: [
          'error finding key {key}: key path does not address a scalar node',
          'error finding key {key}: key path addresses {kind} instead of a scalar node',
          'cannot access nested field on scalar node',
        ],
        cause:
          'The key of the step leads to a map or a list, and only a single value can be set or read.',
        nextStep: 'Lead the key to a single value.',
      },
      {
        id: 'index',
        patterns: [
          'index out of range: {index}',
          'invalid negative index: {index}',
          'invalid index format: {index}',
        ],
        source: 'pkg/yaml/update.go',
        cause: 'The index {index} in the key does not exist in the list.',
        nextStep: 'Correct the index; the first element is 0 and -1 appends.',
      },
      {
        id: 'key-syntax',
        patterns: [
          'empty key part in key "{key}"',
          'unexpected colon in key "{key}"',
          'invalid escape sequence in key "{key}"',
          'error splitting key {key}: empty key',
          'empty key$',
        ],
        source: 'pkg/sjson/split_key.go',
        cause: 'The key of the step is not well formed.',
        nextStep:
          'Write the parts of the key with dots between them and escape dots inside a name.',
      },
      {
        id: 'value-not-scalar',
        patterns: [
          'value for key "{key}" is not a scalar type',
          'value is not a TOML scalar type',
          'error setting key "{key}" in JSON file: ',
          'error formatting value for key {key:w}: ',
          'error marshaling TOML value: ',
          'unexpected encoded TOML value "{key}"',
          'error encoding new value: ',
        ],
        source:
          'pkg/promotion/runner/builtin/json_updater.go, pkg/toml/toml.go',
        cause:
          'The value of the step is no text, number or boolean, so it cannot be written to the file.',
        nextStep:
          'Pass a single value; an expression that gives a map or nothing is the usual reason.',
      },
      {
        id: 'empty-file',
        patterns: [
          'could not parse empty YAML file: "{file}"',
          'could not parse empty TOML file: "{file}"',
        ],
        source: 'pkg/promotion/runner/builtin/yaml_parser.go',
        cause: 'The file {file} is empty.',
        nextStep:
          'Check the path and the step that should have written the file.',
      },
      {
        id: 'unsupported-content',
        patterns: [
          'unexpected node kind: {kind}',
          'invalid replacement range [',
          'error parsing input: unsupported expression kind ',
        ],
        cause: 'The file uses a form that Kargo cannot change in place.',
        nextStep:
          'Write the part that the key addresses in plain form, without anchors or inline tables.',
        confidence: 'likely',
      },
      {
        id: 'merge-input-missing',
        patterns: ['input file "{file}" not found: '],
        source: 'pkg/promotion/runner/builtin/yaml_merger.go',
        cause: 'The file {file} that should be merged does not exist.',
        nextStep:
          'Correct the path, or set `ignoreMissingFiles` on the yaml-merge step.',
      },
    ],
  ),
];
