import { operationsOf } from '../rule';

/** What the HTTP steps do. */
export const HTTP_OPERATIONS = [
  ...operationsOf('http', 'pkg/promotion/runner/builtin/http_requester.go', [
    ['send', 'calling the URL of the step', ['error sending HTTP request: ']],
    [
      'build',
      'building the HTTP request',
      ['error building HTTP request: ', 'error creating HTTP request: '],
    ],
    ['client', 'preparing the HTTP client', ['error creating HTTP client: ']],
    [
      'read-response',
      'reading the response',
      ['error building expression context from HTTP response: '],
    ],
    [
      'criteria',
      'deciding whether the response is a success',
      [
        'error evaluating success criteria: ',
        'error evaluating failure criteria: ',
        'error compiling error expression ',
      ],
    ],
    [
      'outputs',
      'reading outputs from the response',
      ['error extracting outputs from HTTP response: '],
    ],
  ]),
];
