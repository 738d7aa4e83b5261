import { ruleFamily } from '../rule';

/** What OCI registries and chart repositories answer. */
export const REGISTRY_RULES = ruleFamily(
  'registry',
  {
    layer: 'outside',
    source:
      'OCI distribution specification, google/go-containerregistry, helm.sh/helm',
    whoCanAct: 'platform-team',
  },
  [
    {
      id: 'unauthorised',
      patterns: [
        'UNAUTHORIZED: ',
        'unexpected status code 401',
        'response status code 401',
        'unauthorized: authentication required',
        '401 Unauthorized$',
        'no basic auth credentials',
        'incorrect username or password',
        'unauthorized: {reason}',
      ],
      cause: 'The registry does not accept the credentials, or there are none.',
      nextStep:
        'Add or renew the Secret with the label `kargo.akuity.io/cred-type: image` or `helm` and the URL of this repository.',
    },
    {
      id: 'denied',
      patterns: [
        'DENIED: ',
        'unexpected status code 403',
        'response status code 403',
        'requested access to the resource is denied',
        'denied: {reason}',
        '403 Forbidden$',
      ],
      cause:
        'The registry knows the credentials, but they may not do this in the repository. Some registries say so for a repository that does not exist.',
      nextStep:
        'Check the name of the repository, then the rights of the credentials.',
      confidence: 'likely',
    },
    {
      id: 'manifest-unknown',
      patterns: [
        'MANIFEST_UNKNOWN: ',
        'manifest unknown',
        'MANIFEST_UNKNOWN;',
        ': not found$',
      ],
      cause: 'The repository has no such tag or digest.',
      nextStep:
        'Check that the image was pushed under this tag and was not cleaned up.',
      whoCanAct: 'developer',
    },
    {
      id: 'name-unknown',
      patterns: [
        'NAME_UNKNOWN: ',
        'name unknown: ',
        'repository name not known to registry',
        'NAME_INVALID: ',
        'unexpected status code 404',
        'response status code 404',
        'failed to fetch {url:w} : 404',
        'is not a valid chart repository or cannot be reached',
      ],
      cause:
        'The registry does not know the repository, or hides it from these credentials.',
      nextStep:
        'Check the URL of the repository, then the rights of the credentials.',
      confidence: 'likely',
    },
    {
      id: 'blob-unknown',
      patterns: [
        'BLOB_UNKNOWN: ',
        'blob unknown to registry',
        'BLOB_UPLOAD_UNKNOWN: ',
        'error verifying sha256 checksum',
        'digest mismatch',
      ],
      cause:
        'The registry has the manifest but not, or not unchanged, what it refers to.',
      nextStep:
        'Push the artifact again; look at the clean-up rules of the registry.',
      confidence: 'likely',
    },
    {
      id: 'rate-limit',
      patterns: [
        'TOOMANYREQUESTS: ',
        'toomanyrequests: ',
        'unexpected status code 429',
        'response status code 429',
        'You have reached your pull rate limit',
        '429 Too Many Requests',
      ],
      cause: 'The registry limits the number of calls.',
      nextStep:
        'Use credentials with a higher limit or a mirror; raise the interval of warehouses on this registry.',
      safeToRetry: 'yes',
    },
    {
      id: 'down',
      patterns: [
        'unexpected status code 500',
        'unexpected status code 502',
        'unexpected status code 503',
        'unexpected status code 504',
        'response status code 5',
        'UNAVAILABLE: ',
      ],
      cause: 'The registry had a fault of its own.',
      nextStep: 'Look at the status of the registry, then try again.',
      whoCanAct: 'nobody',
      safeToRetry: 'yes',
    },
    {
      id: 'immutable-tag',
      patterns: [
        'ImageTagAlreadyExistsException',
        'tag is immutable',
        'TAG_INVALID: ',
        'configured as immutable',
      ],
      cause:
        'The tag exists already, and the registry does not let it be moved.',
      nextStep: 'Push under a tag that is new in each promotion.',
      whoCanAct: 'developer',
    },
    {
      id: 'bad-reference',
      patterns: [
        'could not parse reference',
        'repository can only contain the characters',
        'tag can only contain the characters',
        'registries must be valid RFC 3986 URI authorities',
        'invalid reference: ',
        'a digest must contain exactly one',
        'unsupported digest algorithm',
        'invalid checksum digest',
      ],
      cause: 'The reference of the artifact is not well formed.',
      nextStep:
        'Correct the reference; an expression for the tag that has become empty is a usual reason.',
      whoCanAct: 'developer',
    },
    {
      id: 'unsupported-manifest',
      patterns: [
        'unsupported manifest media type',
        'MANIFEST_INVALID: ',
        'unsupported MediaType',
        'schema1 is not supported',
        'unsupported status code 406',
      ],
      cause:
        'The manifest has a form that Kargo or the registry does not take.',
      nextStep: 'Publish the artifact with a current tool.',
      whoCanAct: 'developer',
    },
  ],
);
