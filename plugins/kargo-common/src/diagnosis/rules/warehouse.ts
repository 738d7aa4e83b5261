import { ruleFamily } from '../rule';

const WAREHOUSES = 'pkg/controller/warehouses/warehouses.go';

/** Discovery of artifacts and creation of freight. */
export const WAREHOUSE_RULES = [
  ...ruleFamily('warehouse', { source: WAREHOUSES, subjects: ['warehouse'] }, [
    {
      id: 'in-progress',
      patterns: [
        'Discovering artifacts for {count:d} subscriptions',
        'Waiting for discovery to complete',
        'Health status cannot be determined until ',
        'Creating Freight from latest artifacts',
        'Freight creation from latest artifacts is in progress',
      ],
      cause: 'The warehouse is discovering artifacts or creating freight.',
      nextStep: 'Wait until it is done.',
      whoCanAct: 'nobody',
      severity: 'waiting',
      safeToRetry: 'no',
    },
    {
      id: 'nothing-discovered',
      patterns: ['No artifacts discovered', 'no artifacts discovered'],
      cause:
        'No subscription of the warehouse has found anything, so there is no new freight.',
      nextStep:
        'Check that the repositories hold artifacts that pass the filters of the subscriptions.',
      severity: 'information',
      safeToRetry: 'yes',
    },
    {
      id: 'no-commits',
      patterns: [
        'No commits discovered for Git repository "{repository}"',
        'no commits discovered for repository "{repository}"',
      ],
      cause:
        'No commit of {repository} passes the branch, tag and path filters of the subscription.',
      nextStep: 'Compare the filters with the newest commits.',
      severity: 'information',
      safeToRetry: 'yes',
    },
    {
      id: 'no-images',
      patterns: [
        'No references discovered for image repository "{repository}"',
        'no images discovered for repository "{repository}"',
      ],
      cause:
        'No tag of {repository} passes the constraint, the tag filters and the platform of the subscription.',
      nextStep:
        'Compare the constraint and the filters with the newest tags; check the platform.',
      severity: 'information',
      safeToRetry: 'yes',
    },
    {
      id: 'no-charts',
      patterns: [
        'No versions discovered for chart ',
        'no versions discovered for chart "{chart}" from repository ',
        'no versions discovered for subscription',
      ],
      cause:
        'No version of the chart passes the constraint of the subscription.',
      nextStep: 'Compare the constraint with the published versions.',
      severity: 'information',
      safeToRetry: 'yes',
    },
    {
      id: 'criteria-not-met',
      patterns: ['Freight creation criteria were not satisfied'],
      cause:
        'The newest artifacts do not meet the freight creation criteria, so no freight was created. This is what the criteria are for.',
      nextStep:
        'Wait until the artifacts belong together, or correct the criteria.',
      severity: 'information',
      safeToRetry: 'yes',
      whoCanAct: 'developer',
    },
    {
      id: 'criteria-expression',
      patterns: [
        'error compiling expression: ',
        'error running expression: ',
        'failed to parse freight creation criteria expression result "{result}" as bool: ',
      ],
      cause:
        'The expression of the freight creation criteria cannot be evaluated to true or false.',
      nextStep: 'Correct the expression under `freightCreationCriteria`.',
    },
    {
      id: 'subscription-kind',
      patterns: [
        'error finding subscriber for subscription: ',
        'error instantiating subscriber: ',
        'subscriber returned unrecognized result type {type}',
      ],
      cause: 'The controller has no reader for this kind of subscription.',
      nextStep:
        'Compare the subscription with what this version and edition of Kargo support.',
      whoCanAct: 'kargo-admin',
      confidence: 'likely',
    },
  ]),
  ...ruleFamily(
    'subscription',
    { source: 'pkg/image/tag_based_selector.go', subjects: ['warehouse'] },
    [
      {
        id: 'deprecated-filter',
        patterns: [
          'AllowTags is deprecated and unsupported as of v1.11.0',
          'IgnoreTags is deprecated and unsupported as of v1.11.0',
        ],
        versions: { since: '1.11' },
        cause:
          'The subscription uses `allowTags` or `ignoreTags`, which Kargo 1.11 and later refuse.',
        nextStep:
          'Move the values to `allowTagsRegexes` and `ignoreTagsRegexes`.',
      },
      {
        id: 'regular-expression',
        patterns: [
          'error compiling regular expression "{pattern}": ',
          'error compiling allow tags regex: ',
          'error compiling ignore tags regex: ',
        ],
        cause:
          'A tag filter of the subscription is no valid regular expression.',
        nextStep: 'Correct the expression; Kargo uses the syntax of RE2.',
      },
      {
        id: 'constraint',
        patterns: [
          'error parsing semver constraint "{constraint}": ',
          'error parsing constraint "{constraint}": ',
        ],
        source: 'pkg/image/semver_selector.go',
        cause: 'The constraint {constraint} is no range of semantic versions.',
        nextStep: 'Write it as in ^1.2.0 or >=1.2.0 <2.0.0.',
      },
      {
        id: 'platform',
        patterns: ['error parsing platform constraint "{platform}"'],
        source: 'pkg/image/platform_constraint.go',
        cause:
          'The platform {platform} of the subscription is not well formed.',
        nextStep: 'Write it as in linux/amd64.',
      },
      {
        id: 'filter-expression',
        patterns: [
          'error compiling filter expression: ',
          'error evaluating filter expression: ',
          'error evaluating tag filter expression: ',
          'error parsing expression result: ',
        ],
        source: 'pkg/controller/git/commit',
        cause:
          'The `expressionFilter` of the subscription cannot be evaluated to true or false.',
        nextStep: 'Correct the expression.',
      },
      {
        id: 'path-filter',
        patterns: [
          'error parsing include path selectors: ',
          'error parsing exclude path selectors: ',
          'parse error path selector "{path}": ',
        ],
        source: 'pkg/controller/git/commit',
        cause: 'A path filter of the subscription is not well formed.',
        nextStep: 'Correct `includePaths` and `excludePaths`.',
      },
      {
        id: 'image-tag-missing',
        patterns: [
          'error retrieving image with tag "{tag}": error getting image descriptor',
          'found no image with digest {digest:w}',
          'empty V2 manifest list or OCI index is not supported',
        ],
        source: 'pkg/image/repository_client.go',
        cause:
          'The registry lists the tag but does not deliver an image for it.',
        nextStep:
          'Look at the tag in the registry; publish it again if its index is empty.',
        confidence: 'likely',
        whoCanAct: 'developer',
      },
      {
        id: 'chart-repository-refused',
        patterns: [
          'received unexpected HTTP 401 when querying repository index at "{repository}"',
          'received unexpected HTTP 403 when querying repository index at "{repository}"',
        ],
        source: 'pkg/helm/chart/http_selector.go',
        cause:
          'The chart repository {repository} did not accept the credentials, or there are none.',
        nextStep:
          'Add or renew the Secret with the label `kargo.akuity.io/cred-type: helm` and this URL.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'chart-repository-missing',
        patterns: [
          'received unexpected HTTP 404 when querying repository index at "{repository}"',
        ],
        source: 'pkg/helm/chart/http_selector.go',
        cause: 'There is no chart repository at {repository}.',
        nextStep: 'Check the URL: an index.yaml must lie directly below it.',
      },
      {
        id: 'chart-repository-limited',
        patterns: [
          'received unexpected HTTP 429 when querying repository index at "{repository}"',
        ],
        source: 'pkg/helm/chart/http_selector.go',
        cause: 'The chart repository {repository} limits the number of calls.',
        nextStep: 'Raise the interval of the warehouse.',
        safeToRetry: 'yes',
      },
      {
        id: 'chart-repository-down',
        patterns: ['received unexpected HTTP 5'],
        source: 'pkg/helm/chart/http_selector.go',
        cause: 'The chart repository had a fault of its own.',
        nextStep: 'Wait for the next discovery.',
        whoCanAct: 'nobody',
        safeToRetry: 'yes',
      },
      {
        id: 'chart-index',
        patterns: ['error unmarshaling repository index from "{repository}": '],
        source: 'pkg/helm/chart/http_selector.go',
        cause: 'What {repository} delivers as its index is no index of charts.',
        nextStep:
          'Open the address: a login or error page is the usual reason.',
        whoCanAct: 'platform-team',
      },
      {
        id: 'repository-url',
        patterns: [
          'repository URL "{repository}" is invalid',
          'error parsing image repo URL {repository:w}: ',
          'error parsing repository URL "{repository}": ',
        ],
        source: 'pkg/helm/chart/selector.go, pkg/image/repository_client.go',
        cause: 'The address of the repository is not well formed.',
        nextStep: 'Correct `repoURL` of the subscription.',
      },
    ],
  ),
];
