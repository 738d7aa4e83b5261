import { ruleFamily } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** Steps that download from and push to OCI registries. */
export const OCI_RULES = [
  ...ruleFamily('oci', { source: `${BUILTIN}/oci_downloader.go` }, [
    {
      id: 'layer-missing',
      patterns: [
        'image has no layers',
        'layer index {index:d} out of range',
        'no layer found with media type "{mediaType}"',
      ],
      cause: 'The artifact has no layer of the wanted kind.',
      nextStep:
        'Look at the manifest of the artifact and correct `mediaType` of the step.',
    },
    {
      id: 'too-large',
      patterns: [
        'layer size {size:d} exceeds maximum allowed size of {limit:d} bytes',
        'compressed artifact size {size} exceeds maximum allowed size of {limit}',
      ],
      cause: 'The artifact is larger ({size}) than Kargo allows ({limit}).',
      nextStep:
        'Provide a smaller artifact, or copy it with a tool of the registry.',
    },
    {
      id: 'cross-repository',
      patterns: ['cross-repository push is disabled'],
      source: `${BUILTIN}/oci_pusher.go`,
      versions: { since: '1.10' },
      cause:
        'The step copies to another repository, which the controller forbids.',
      nextStep:
        'Copy inside one repository, or allow it in the settings of the controller.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'media-type',
      patterns: [
        'unsupported media type "{mediaType}"',
        'unknown artifact type: {mediaType}',
        'unsupported type for annotation: ',
      ],
      source: `${BUILTIN}/oci_pusher.go, pkg/image/repository_client.go`,
      cause: 'Kargo cannot handle artifacts of this type.',
      nextStep:
        'Check what the tag points to; use a step or a subscription for that type.',
    },
  ]),
];
