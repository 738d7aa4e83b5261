import { ruleFamily } from '../rule';

/** What the parsers of formats answer. */
export const FORMAT_RULES = ruleFamily(
  'format',
  {
    layer: 'outside',
    source: 'gopkg.in/yaml.v3, encoding/json, go-toml, Masterminds/semver',
  },
  [
    {
      id: 'yaml',
      patterns: [
        'yaml: line {line:d}: ',
        'yaml: unmarshal errors',
        'error converting YAML to JSON',
        'yaml: did not find expected',
        'yaml: mapping values are not allowed',
        'yaml: control characters are not allowed',
        'yaml: invalid ',
        'yaml: unknown anchor',
        'yaml: found ',
        'did not find expected',
      ],
      cause: 'The file is no valid YAML.',
      nextStep:
        'Check the file with a YAML linter; indentation, tabs and template marks are usual reasons.',
    },
    {
      id: 'json',
      patterns: [
        'invalid character ',
        'unexpected end of JSON input',
        'json: cannot unmarshal ',
        'json: unsupported ',
      ],
      cause: 'The text is no valid JSON, or has another form than expected.',
      nextStep:
        'Look at the text; an error page where JSON was expected, or an empty file, are usual reasons.',
    },
    {
      id: 'toml',
      patterns: ['toml: '],
      cause: 'The file is no valid TOML.',
      nextStep: 'Check the file with a TOML linter.',
    },
    {
      id: 'semantic-version',
      patterns: [
        'improper constraint: ',
        'Invalid Semantic Version',
        'Invalid characters in version',
        'Version segment starts with 0',
        'Version string empty',
      ],
      cause: 'The text is no semantic version or no range of them.',
      nextStep: 'Write versions as in 1.2.3 and ranges as in ^1.2.0.',
    },
    {
      id: 'regular-expression',
      patterns: ['error parsing regexp: '],
      cause: 'The text is no valid regular expression.',
      nextStep: 'Correct it; the syntax is RE2, without look-around.',
    },
    {
      id: 'duration',
      patterns: [
        'time: invalid duration ',
        'time: missing unit in duration ',
        'time: unknown unit ',
      ],
      cause: 'The text is no duration.',
      nextStep: 'Write it as in 30s, 5m or 1h.',
    },
    {
      id: 'base64',
      patterns: ['illegal base64 data at input byte '],
      cause: 'The text is no valid base64.',
      nextStep:
        'Store the value again; double encoding and line breaks are usual reasons.',
      whoCanAct: 'platform-team',
    },
    {
      id: 'number',
      patterns: [
        'strconv.ParseBool: ',
        'strconv.ParseInt: ',
        'strconv.Atoi: ',
        'strconv.ParseFloat: ',
        'strconv.ParseUint: ',
      ],
      cause: 'A text stands where a number or true or false is needed.',
      nextStep: 'Correct the value.',
    },
    {
      id: 'glob',
      patterns: ['syntax error in pattern', 'error parsing glob'],
      cause: 'The file pattern is not well formed.',
      nextStep: 'Correct brackets and escapes of the pattern.',
    },
    {
      id: 'label',
      patterns: [
        'a valid label must be an empty string or consist of',
        'name part must consist of alphanumeric characters',
        'a lowercase RFC 1123 label must consist of',
        'is not a valid label selector operator',
        "found '{found}', expected: ",
        'unable to parse requirement: ',
      ],
      cause: 'A label or a selector is not well formed.',
      nextStep: 'Correct the label or the selector.',
    },
    {
      id: 'certificate',
      patterns: [
        'failed to parse PEM',
        'invalid key: Key must be a PEM encoded',
        'private key should be a PEM',
        'asn1: structure error',
        'x509: failed to parse private key',
        'could not parse private key',
      ],
      cause: 'The private key in the Secret is no PEM text.',
      nextStep: 'Store the key as it was downloaded, with its line breaks.',
      whoCanAct: 'platform-team',
    },
  ],
);
