import { operationsOf } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the steps that work with OCI registries do. */
export const OCI_OPERATIONS = [
  ...operationsOf('oci', `${BUILTIN}/oci_downloader.go`, [
    [
      'reference',
      'reading the reference {image}',
      [
        'failed to parse image reference "{image}": ',
        'invalid image reference "{image}": ',
        'failed to parse source reference "{image}": ',
        'failed to parse destination reference "{image}": ',
      ],
    ],
    [
      'credentials',
      'looking up the credentials for {repository}',
      ['error obtaining credentials for image repo "{repository}": '],
    ],
    [
      'resolve',
      'resolving {image}',
      [
        'failed to resolve image "{image}": ',
        'failed to get source artifact "{image}": ',
        'failed to resolve child image {image:w}: ',
        'failed to compute size of child image {image:w}: ',
      ],
    ],
    [
      'read',
      'reading the artifact',
      [
        'failed to get manifest: ',
        'failed to get image layers: ',
        'failed to get layer size: ',
        'failed to get layer content: ',
        'failed to copy layer content: ',
        'failed to resolve source image: ',
        'failed to resolve source image index: ',
        'failed to find target layer: ',
      ],
    ],
    [
      'annotate',
      'annotating the artifact',
      [
        'failed to annotate image: ',
        'failed to annotate index: ',
        'failed to compute annotated digest for ',
        'failed to compute annotated size for ',
        'failed to get index manifest: ',
      ],
    ],
  ]),
  ...operationsOf('oci', `${BUILTIN}/oci_pusher.go`, [
    [
      'push',
      'pushing to {image}',
      [
        'failed to push image to "{image}": ',
        'failed to push image index to "{image}": ',
      ],
      { since: '1.10' },
    ],
  ]),
];
