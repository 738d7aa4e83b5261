import { ruleFamily } from '../rule';

/** The HTTP step, which most often asks an external gate. */
export const HTTP_RULES = [
  ...ruleFamily(
    'http',
    { source: 'pkg/promotion/runner/builtin/http_requester.go' },
    [
      {
        id: 'gate-said-no',
        patterns: ['HTTP ({status:d}) response met failure criteria'],
        cause:
          'The service that the step asks answered, with status {status}, in a way that the pipeline counts as a no.',
        nextStep:
          'Read the answer of the service. Promote again only after it would answer otherwise.',
        safeToRetry: 'no',
        severity: 'decision',
      },
      {
        id: 'criteria',
        patterns: [
          'error compiling success expression "{expression}": ',
          'error compiling failure expression "{expression}": ',
          'error compiling error expression "{expression}": ',
          'error compiling output expression "{expression}": ',
          'success expression "{expression}" did not evaluate to a boolean',
          'failure expression "{expression}" did not evaluate to a boolean',
        ],
        cause:
          'The expression {expression} of the step is not well formed, or gives neither true nor false.',
        nextStep: 'Correct the expression.',
      },
      {
        id: 'response-does-not-fit',
        patterns: [
          'error evaluating success expression "{expression}": ',
          'error evaluating failure expression "{expression}": ',
          'error evaluating output expression "{expression}": ',
        ],
        cause:
          'The expression {expression} does not fit the answer of the service.',
        nextStep:
          'Compare the expression with the body that the service sends; an error page has another form.',
        confidence: 'likely',
      },
      {
        id: 'response-too-large',
        patterns: [
          'response body size {size:d} exceeds limit of {limit:d} bytes',
        ],
        cause: 'The answer has {size} bytes; Kargo reads {limit}.',
        nextStep: 'Ask the service for a smaller answer.',
      },
      {
        id: 'response-unreadable',
        patterns: [
          'failed to parse JSON response: ',
          'failed to parse YAML response: ',
        ],
        cause:
          'The answer of the service is not in the format that it announces or that the step expects.',
        nextStep:
          'Look at the body of the answer: a login or error page is the usual reason.',
        confidence: 'likely',
      },
      {
        id: 'response-cut-off',
        patterns: ['reading response body: '],
        cause: 'The connection broke while the answer was read.',
        nextStep: 'Promote again.',
        safeToRetry: 'yes',
        confidence: 'likely',
      },
      {
        id: 'timeout-setting',
        patterns: ['error parsing timeout: '],
        cause: 'The `timeout` of the step is no duration.',
        nextStep: 'Write a duration such as 30s.',
      },
      {
        id: 'proxy-setting',
        patterns: ['error parsing proxy URL: '],
        versions: { since: '1.11' },
        cause: 'The address of the proxy in the step is no URL.',
        nextStep: 'Correct the proxy of the step.',
      },
      {
        id: 'body-file',
        patterns: [
          'cannot read bodyFromFile "{file}" without a step context',
          'could not secure join bodyFromFile "{file}": ',
          'could not read bodyFromFile "{file}": ',
        ],
        versions: { since: '1.12' },
        cause:
          'The file {file} that should be the body of the request cannot be read.',
        nextStep:
          'Check the path and the step that should have written the file.',
      },
      {
        id: 'link-local',
        patterns: [
          'connections to link-local addresses are not permitted (host "{host}"',
        ],
        source: 'pkg/net/safe_dialer.go',
        cause:
          'The host {host} has a link-local address, which Kargo does not call, so that a pipeline cannot read the credentials of the node.',
        nextStep: 'Call the service under another address.',
        safeToRetry: 'no',
      },
      {
        id: 'host-not-resolved',
        patterns: [
          'failed to resolve host "{host}": ',
          'failed to parse address "{host}": ',
        ],
        source: 'pkg/net/safe_dialer.go',
        cause: 'The controller cannot find the address of {host}.',
        nextStep: 'Check the name in the URL, then the DNS of the controller.',
        whoCanAct: 'platform-team',
      },
    ],
  ),
];
